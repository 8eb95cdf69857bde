// From the command to a sign-in screen that can be used, beside the same executable showing an empty page.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type Page } from '@playwright/test'
import { value } from '../answer-value.ts'
import { findElectron } from '../electron-path.mjs'
import { startDesk } from '../kill-rounds/desk-process.ts'
import { reportBeside } from './measure.ts'

const ROOT = join(import.meta.dirname, '../..')
const EMPTY_APP = join(import.meta.dirname, 'empty-app')
const TARGET_RATIO = 1.5

export async function benchStart(runs: number): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'loket-bench-'))
  const [ours, empty]: [number[], number[]] = [[], []]
  try {
    const desk = startDesk(data)
    value(await desk.api.office.setUpSample({}))
    const [officer] = value(await desk.api.officers.list({}))
    await desk.close()
    const isUsable = (page: Page) =>
      page
        .getByText(officer?.name ?? '')
        .first()
        .waitFor()
    const isShown = (page: Page) => page.getByRole('status').waitFor()
    for (let i = 0; i <= runs; i++) {
      const emptyMs = await startOnce([EMPTY_APP, `--user-data-dir=${join(data, 'empty')}`], isShown)
      const oursMs = await startOnce([ROOT, `--data=${data}`], isUsable)
      // the first of each only warms the machine's file cache
      if (i === 0) continue
      empty.push(emptyMs)
      ours.push(oursMs)
    }
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
  reportBeside('start.signIn', ours, empty, 'ms', TARGET_RATIO)
}

async function startOnce(args: string[], isReady: (page: Page) => Promise<unknown>): Promise<number> {
  const from = performance.now()
  const app = await _electron.launch({ executablePath: findElectron().path, args, timeout: 60_000 })
  try {
    await isReady(await app.firstWindow())
    return performance.now() - from
  } finally {
    await app.close()
  }
}
