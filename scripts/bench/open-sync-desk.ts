// A real desk that only replicates: encrypted files in a folder of its own, its agent, and nobody in front of it.
import { setTimeout as pause } from 'node:timers/promises'
import { statement } from '#main/changes/rows'
import type { Desk } from '#main/desk'
import type { Ports } from '#main/ports'
import type { DeskApi } from '#shared/contract'
import { value } from '../answer-value.ts'
import { callsOf, openLone } from '../lone-desk.ts'

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
  // whoever measures says when the desk speaks
  const desk = await openLone(data, { report: told })
  const api = callsOf(desk)
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

/** A line that fails is no end of the measurement. */
const told: Ports['report'] = (channel, error) => {
  process.stderr.write(`${channel}: ${error instanceof Error ? error.stack : String(error)}\n`)
  return ''
}
