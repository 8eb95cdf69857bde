import type { DeskApi } from '#shared/contract'
import { channels } from '#shared/rpc/channels'
import type { Announcement } from '#shared/rpc/events'

type Answers = { [F in keyof DeskApi]?: Partial<DeskApi[F]> }
type Listener = (announcement: Announcement) => void

/** A desk that answers the calls a test cares about and refuses every other one; `announce` speaks to its listeners. */
export function putDesk(answers: Answers): { announce: Listener } {
  const listeners = new Set<Listener>()
  const calls = Object.entries(channels).map(([feature, names]) => {
    const given = (answers[feature as keyof DeskApi] ?? {}) as Record<string, unknown>
    const refuse = async () => ({ ok: false, problem: { kind: 'no-such-call' } })
    return [feature, Object.fromEntries(names.map(name => [name, given[name] ?? refuse]))]
  })
  const on = (listener: Listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  Object.defineProperty(window, 'desk', { configurable: true, value: { ...Object.fromEntries(calls), on } })
  return { announce: announcement => listeners.forEach(listener => void listener(announcement)) }
}
