import type { DeskApi, DeskContract } from '#shared/contract'
import { isForTwo } from '#shared/permissions'
import type { Result } from '#shared/result'
import type { ChannelOf, CommonProblem, Second } from '#shared/rpc/call'
import { channels } from '#shared/rpc/channels'
import type { Announcement } from '#shared/rpc/events'
import { untilUnlocked } from './lock-gate'
import { untilConfirmed } from './second-gate'

export type Channel = ChannelOf<DeskContract>
type Bridge = DeskApi & { on(listener: (announcement: Announcement) => void): () => void }

declare global {
  interface Window {
    readonly desk: Bridge
  }
}

/** One call of the desk, which also knows its own name: rights and cached answers go by it. */
export type DeskCall<I, O, P> = ((input: I) => Promise<Result<O, P | CommonProblem>>) & { readonly channel: Channel }

/** The second officer of a call is asked for here; no screen hands one over. */
type Alone<F> = F extends (input: infer I, second?: Second) => infer A ? (input: I) => A : never
type Named = { readonly [F in keyof DeskApi]: { readonly [N in keyof DeskApi[F]]: Alone<DeskApi[F][N]> & { readonly channel: Channel } } }
type Answer = Result<unknown, { kind: string }>
type Loose = Record<string, Record<string, (input: unknown, second?: Second) => Promise<Answer>>>

const saysLocked = (answer: Answer): boolean => !answer.ok && answer.problem.kind === 'locked'
const isLocked = async (): Promise<boolean> => {
  const seat = await window.desk.officers.me({})
  return seat.ok && seat.value.isLocked
}

const named = (feature: string, name: string) => {
  const channel = `${feature}.${name}` as Channel
  const ask = async (input: unknown, second?: Second) => {
    const call = (window.desk as unknown as Loose)[feature]?.[name]
    if (!call) throw new Error(`the desk has no call ${channel}`)
    for (;;) {
      const answer = await call(input, second)
      if (!saysLocked(answer)) return answer
      await untilUnlocked(isLocked)
    }
  }
  const run = (input: unknown) => (isForTwo(channel) ? untilConfirmed(channel, second => ask(input, second)) : ask(input))
  return Object.assign(run, { channel })
}

/** Everything a screen may ask of the desk. */
export const api = Object.fromEntries(
  Object.entries(channels).map(([feature, names]) => [feature, Object.fromEntries(names.map(name => [name, named(feature, name)]))])
) as unknown as Named

/** Listens to what the desk announces; answers the function that stops listening. */
export const onAnnouncement = (listener: (announcement: Announcement) => void): (() => void) => window.desk.on(listener)
