// A whole desk in this process, on real encrypted files in a temporary folder: no window, no printer, everything else as in the app.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Desk } from '#main/desk'
import { SAMPLE_PIN } from '#main/office/sample-office'
import { closeDesk } from '#main/open-desk'
import type { DeskApi } from '#shared/contract'
import { value } from '../answer-value.ts'
import { callsOf, openLone } from '../lone-desk.ts'

export type BenchDesk = { desk: Desk; api: DeskApi; data: string; close(): Promise<void> }

/** A desk with the sample office, its manager signed in. */
export async function openBenchDesk(): Promise<BenchDesk> {
  const data = mkdtempSync(join(tmpdir(), 'loket-bench-'))
  const desk = await openLone(data)
  const api = callsOf(desk)
  value(await api.office.setUpSample({}))
  const manager = value(await api.officers.list({})).find(officer => officer.roles.includes('manager'))
  if (!manager) throw new Error('the sample office has a manager')
  value(await api.officers.signIn({ officerId: manager.id, pin: SAMPLE_PIN }))
  const close = async () => {
    await closeDesk(desk)
    rmSync(data, { recursive: true, force: true })
  }
  return { desk, api, data, close }
}
