import type { ChannelForTwo } from '#shared/permissions'
import { type Result, refuse } from '#shared/result'
import type { Second } from '#shared/rpc/call'

type Answer = Result<unknown, { kind: string }>
/** A call that waits for another officer: `ask` makes it with their confirmation, `end` is what whoever made it hears. */
export type Waiting = { channel: ChannelForTwo; ask: (second: Second) => Promise<Answer>; end: (answer: Answer) => void }

/** What is heard when nobody confirmed: the desk was not asked at all. */
export const NOBODY = refuse({ kind: 'not-confirmed', why: 'nobody', seconds: 0 } as const)

const hosts = new Set<(waiting: Waiting) => void>()

/** Holds a call that two officers make together until another one has typed their name and secret, or the officer gives it up. */
export function untilConfirmed(channel: ChannelForTwo, ask: Waiting['ask']): Promise<Answer> {
  const host = [...hosts].at(-1)
  return host ? new Promise(end => host({ channel, ask, end })) : Promise.resolve(NOBODY)
}

/** Shows what waits; answers the function that stops listening. */
export function onWaiting(host: (waiting: Waiting) => void): () => void {
  hosts.add(host)
  return () => void hosts.delete(host)
}
