// A whole desk in this process, on real encrypted files in a temporary folder: no window, no printer, everything else as in the app.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Desk } from '#main/desk'
import { handlers } from '#main/handlers'
import type { Secrets } from '#main/keys/secrets'
import { SAMPLE_PIN } from '#main/office/sample-office'
import { closeDesk, openDesk } from '#main/open-desk'
import type { Ports } from '#main/ports'
import { serve } from '#main/rpc/serve'
import { noScreens } from '#main/screens/screens'
import { noInstaller } from '#main/updates/installer'
import { workHere } from '#main/work-here'
import { contract, type DeskApi } from '#shared/contract'
import { channels } from '#shared/rpc/channels'
import { createApi } from '#shared/rpc/create-api'

const REFERENCE_FILE = join(import.meta.dirname, '../../out/reference/reference.db')

export type BenchDesk = { desk: Desk; api: DeskApi; data: string; close(): Promise<void> }

const inTheOpen: Secrets = { name: 'bench', isProtected: false, wrap: async bytes => bytes, unwrap: async bytes => bytes }

const ports: Ports = {
  clock: { now: () => Date.now() },
  freeBytes: () => 2 ** 40,
  monotonic: () => performance.now(),
  random: bytes => randomBytes(bytes),
  ownFolder: () => {
    throw new Error('nothing is written here')
  },
  renderSheet: () => Promise.reject(new Error('letters are measured in the built app')),
  printer: { list: async () => [], print: () => Promise.reject(new Error('nothing is printed here')) },
  screens: noScreens,
  installer: noInstaller,
  ...workHere,
  announce: () => undefined,
  timers: { set: () => () => undefined },
  report: (channel, error) => {
    throw new Error(`${channel} failed`, { cause: error })
  }
}

/** A desk with the sample office, its manager signed in. */
export async function openBenchDesk(): Promise<BenchDesk> {
  const data = mkdtempSync(join(tmpdir(), 'loket-bench-'))
  const desk = await openDesk({ data, referenceFile: REFERENCE_FILE, secrets: inTheOpen }, ports)
  const run = serve(contract, handlers, desk)
  const api = createApi<DeskApi>(channels, run)
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

type Answer<T> = { ok: true; value: T } | { ok: false; problem: { kind: string } }

/** The value of an answer; a refusal ends the measurement, for it would measure something else. */
export function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.problem)}`)
  return answer.value
}
