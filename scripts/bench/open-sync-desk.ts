// A real desk that only replicates: encrypted files in a folder of its own, its agent, and nobody in front of it.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { statement } from '#main/changes/rows'
import type { Desk } from '#main/desk'
import { handlers } from '#main/handlers'
import { openDesk } from '#main/open-desk'
import type { Ports } from '#main/ports'
import { serve } from '#main/rpc/serve'
import { noScreens } from '#main/screens/screens'
import { noInstaller } from '#main/updates/installer'
import { workHere } from '#main/work-here'
import { contract, type DeskApi } from '#shared/contract'
import { channels } from '#shared/rpc/channels'
import { createApi } from '#shared/rpc/create-api'
import { value } from './bench-desk.ts'

const REFERENCE_FILE = join(import.meta.dirname, '../../out/reference/reference.db')
/** The peers attempt again after the same pause. */
const PAUSE_MS = 250

export type SyncDesk = {
  desk: Desk
  api: DeskApi
  /** Speaks with the district until all is sent and all is taken; how many times it had to begin. */
  replicate(): Promise<{ tries: number }>
}

/** Opens a desk in an empty folder, and has it join and take what the district has. */
export async function openSyncDesk(data: string, server: string, code: string): Promise<SyncDesk> {
  const secrets = {
    name: 'bench',
    isProtected: false,
    wrap: async (bytes: Uint8Array) => bytes,
    unwrap: async (bytes: Uint8Array) => bytes
  }
  const desk = await openDesk({ data, referenceFile: REFERENCE_FILE, secrets }, ports)
  const api = createApi<DeskApi>(channels, serve(contract, handlers, desk))
  const replicate = async () => {
    for (let tries = 1; ; tries++) {
      await desk.sync.now()
      if (desk.sync.problem() === null && isSettled(desk)) return { tries }
      await pause(PAUSE_MS)
    }
  }
  for (;;) {
    const joined = await api.sync.join({ server, code })
    if (joined.ok) break
    if (joined.problem.kind !== 'no-line') value(joined)
    await pause(PAUSE_MS)
  }
  await replicate()
  return { desk, api, replicate }
}

/** Whether every change has its number; one that is refused never gets one, and ends the measurement. */
function isSettled({ raw }: Desk): boolean {
  const isAny = (which: string) => statement(raw, `select 1 from "change" where ${which} limit 1`).get() !== undefined
  if (isAny("state in ('waiting', 'refused') and state = 'refused'")) throw new Error('the district refused a change')
  return !isAny("state <> 'fed' and is_out = 0")
}

const ports: Ports = {
  clock: { now: () => Date.now() },
  freeBytes: () => 2 ** 40,
  monotonic: () => performance.now(),
  random: bytes => randomBytes(bytes),
  ownFolder: () => {
    throw new Error('nothing is written here')
  },
  renderSheet: () => Promise.reject(new Error('nothing is printed here')),
  printer: { list: async () => [], print: () => Promise.reject(new Error('nothing is printed here')) },
  screens: noScreens,
  installer: noInstaller,
  ...workHere,
  announce: () => undefined,
  // the measurement says when the desk speaks
  timers: { set: () => () => undefined },
  report: (channel, error) => {
    process.stderr.write(`${channel}: ${error instanceof Error ? error.stack : String(error)}\n`)
    return ''
  }
}
