import type { DeskApi, DeskContract } from '#shared/contract'
import type { Result } from '#shared/result'
import type { ChannelOf, CommonProblem } from '#shared/rpc/call'
import { channels } from '#shared/rpc/channels'
import type { Announcement } from '#shared/rpc/events'
import { untilUnlocked } from './lock-gate'

export type Channel = ChannelOf<DeskContract>
type Bridge = DeskApi & { on(listener: (announcement: Announcement) => void): () => void }

declare global {
  interface Window {
    readonly desk: Bridge
  }
}

/** One call of the desk, which also knows its own name: rights and cached answers go by it. */
export type DeskCall<I, O, P> = ((input: I) => Promise<Result<O, P | CommonProblem>>) & { readonly channel: Channel }

type Named = { readonly [F in keyof DeskApi]: { readonly [N in keyof DeskApi[F]]: DeskApi[F][N] & { readonly channel: Channel } } }
type Loose = Record<string, Record<string, (input: unknown) => Promise<unknown>>>

const saysLocked = (answer: unknown): boolean => {
  const { ok, problem } = answer as Result<unknown, { kind: string }> & { problem?: { kind: string } }
  return !ok && problem?.kind === 'locked'
}
const isLocked = async (): Promise<boolean> => {
  const seat = await window.desk.officers.me({})
  return seat.ok && seat.value.isLocked
}

const named = (feature: string, name: string) => {
  const run = async (input: unknown) => {
    const call = (window.desk as unknown as Loose)[feature]?.[name]
    if (!call) throw new Error(`the desk has no call ${feature}.${name}`)
    for (;;) {
      const answer = await call(input)
      if (!saysLocked(answer)) return answer
      await untilUnlocked(isLocked)
    }
  }
  return Object.assign(run, { channel: `${feature}.${name}` as Channel })
}

/** Everything a screen may ask of the desk. */
export const api = Object.fromEntries(
  Object.entries(channels).map(([feature, names]) => [feature, Object.fromEntries(names.map(name => [name, named(feature, name)]))])
) as unknown as Named

/** Listens to what the desk announces; answers the function that stops listening. */
export const onAnnouncement = (listener: (announcement: Announcement) => void): (() => void) => window.desk.on(listener)
