import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { SAMPLE_PIN } from '#main/office/sample-office'
import { noScreens } from '#main/screens/screens'
import type { VisitorPage } from '#shared/screens/visitor-page'
import { folderOf, keyOf, withKey } from '#test/support/folders'
import { openProgram } from '#test/support/program-run'
import { testSecrets } from '#test/support/test-desk'

/** Where SQLite keeps 16 MB of pages in memory, so many half-typed texts have to be read from the disk. */
const TEXTS = 6000

type Program = Awaited<ReturnType<typeof openProgram>>

async function signIn({ ask }: Program): Promise<string> {
  const { value: officers } = (await ask('officers.list')) as { value: { id: string; roles: string[] }[] }
  const officerId = officers.find(({ roles }) => roles.includes('front-office'))?.id ?? ''
  expect((await ask('officers.signIn', { officerId, pin: SAMPLE_PIN })).ok).toBe(true)
  return officerId
}

/** A desk with an officer at its counter, whose file cannot be read any more but for what is in memory. */
async function unreadable(name: string) {
  const data = folderOf(name)
  const file = join(data, 'desk.db')
  const whole = join(data, 'whole.db')
  const first = await openProgram(data)
  expect((await first.ask('office.setUpSample')).ok).toBe(true)
  const officerId = await signIn(first)
  const ticket = { lane: 'general', channel: 'walk-in', purpose: null, vulnerableGroup: null }
  const { id: visitId } = (await first.ask('visits.checkIn', ticket)).value as { id: string }
  await first.close()
  const raw = withKey(file, await keyOf(data))
  const keep = raw.prepare("insert into draft (officer_id, visit_id, form, field, value) values (?, ?, 'case', ?, ?)")
  raw.transaction(() => {
    for (let n = 0; n < TEXTS; n++) keep.run(officerId, visitId, `f${n}`, 'x'.repeat(4000))
  })()
  raw.pragma('wal_checkpoint(truncate)')
  raw.close()
  copyFileSync(file, whole)

  let isHealing = false
  const announced: string[] = []
  const shown: VisitorPage['kind'][] = []
  const secrets = testSecrets()
  const program = await openProgram(data, {
    announce: ({ kind }) => announced.push(kind),
    screens: { ...noScreens, showVisitor: ({ kind }) => shown.push(kind) },
    secrets: {
      ...secrets,
      unwrap: bytes => {
        if (isHealing) copyFileSync(whole, file)
        return secrets.unwrap(bytes)
      }
    }
  })
  await signIn(program)
  announced.length = 0
  shown.length = 0
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(0xaa, 4096, bytes.length - 4096), { flag: 'r+' })
  return {
    data,
    announced,
    shown,
    officerId,
    ask: program.ask,
    readAll: () => program.ask('visits.draft', { visitId, form: 'case' }),
    close: program.close,
    heal: () => {
      isHealing = true
    }
  }
}

it('says that the data are damaged as soon as they are found so, without being started again', async () => {
  const { data, announced, shown, ask, readAll, close } = await unreadable('found-damaged')
  expect(await readAll()).toMatchObject({ ok: false, problem: { kind: 'unexpected' } })
  expect((await ask('office.state')).value).toMatchObject({ kind: 'closed', reason: 'damaged', dataFolder: data })
  expect(announced).toContain('data-changed')
  expect(shown).toEqual(['idle'])
  await close()
})

it('goes on behind the lock of whoever sat there where the data could not be read for a moment', async () => {
  const { announced, shown, ask, readAll, close, officerId, heal } = await unreadable('read-failed')
  heal()
  expect(await readAll()).toMatchObject({ ok: false, problem: { kind: 'unexpected' } })
  expect((await ask('office.state')).value).toMatchObject({ kind: 'open' })
  expect((await ask('officers.me')).value).toMatchObject({ officer: { id: officerId }, isLocked: true })
  expect(announced).toContain('session-changed')
  expect(shown).toEqual(['idle'])
  expect((await ask('officers.signIn', { officerId, pin: SAMPLE_PIN })).ok).toBe(true)
  expect(Object.keys((await readAll()).value)).toHaveLength(TEXTS)
  await close()
})
