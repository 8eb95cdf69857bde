// What every journey leaves behind is checked from outside, on the closed data folder.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { LogCheck } from '#shared/office/office.contract'
import { findElectron } from '../../../scripts/electron-path.mjs'
import { SAMPLE_PIN } from './sign-in'

const ROOT = join(import.meta.dirname, '../../..')

type Answer = { ok: boolean; value: unknown; problem?: unknown }

function ask(data: string, calls: [string, object][]): Answer[] {
  const input = calls.map(([call, body], id) => `${JSON.stringify({ id, call, input: body })}\n`).join('')
  const { stdout, status } = spawnSync(findElectron().path, [ROOT, '--stdio', '--data', data], { input, encoding: 'utf8', timeout: 60_000 })
  if (status !== 0) throw new Error(`the desk ended with ${status}`)
  return stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Answer)
}

/** Dropping every table and folding the log again must give the same rows; the office must be the sample one. Gives how many there are. */
export function expectWholeLog(data: string): LogCheck {
  const officers = ask(data, [['officers.list', {}]])[0]?.value as { id: string; roles: string[] }[]
  const administrator = officers.find(officer => officer.roles.includes('administrator'))
  const answers = ask(data, [
    ['officers.signIn', { officerId: administrator?.id, pin: SAMPLE_PIN }],
    ['office.checkLog', {}]
  ])
  expect(answers[1]).toMatchObject({ ok: true, value: { differences: [], changes: expect.any(Number) } })
  expect(answers[1]).not.toMatchObject({ value: { changes: 0 } })
  return answers[1]?.value as LogCheck
}

/** No file below the folder holds any of these texts, as UTF-8, UTF-16 or base64. */
export function expectNowhere(folder: string, texts: string[]): void {
  const forms = texts.flatMap(text => [
    Buffer.from(text),
    Buffer.from(text, 'utf16le'),
    Buffer.from(Buffer.from(text).toString('base64').slice(0, -4))
  ])
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  expect(files.length).toBeGreaterThan(3)
  const found = files.filter(file => {
    const bytes = readFileSync(join(file.parentPath, file.name))
    return forms.some(form => bytes.includes(form))
  })
  expect(found.map(file => file.name)).toEqual([])
}
