import type { z } from 'zod'
import type { DeskContract } from '#shared/contract'
import { mayCall } from '#shared/permissions'
import { ok, type Result, refuse } from '#shared/result'
import type { ChannelOf, ClosedReason, Contract, HandlersOf } from '#shared/rpc/call'
import type { Desk } from '../desk'

type Handlers<C extends Contract> = { [F in keyof C]: HandlersOf<C[F], Desk> }
export type Run = (channel: string, input: unknown) => Promise<Result<unknown, { kind: string }>>

/** Answers any call: right, then form, then the handler. Whatever is thrown becomes a reference; nothing of it crosses to the screen. */
export function serve(contract: DeskContract, handlers: Handlers<DeskContract>, desk: Desk): Run {
  return async (channel, input) => {
    const call = find(contract, channel)
    if (!call) return refuse({ kind: 'no-such-call' })
    const { officer } = desk.session
    if (!mayCall(channel as ChannelOf<DeskContract>, officer?.roles)) return refuse({ kind: officer ? 'not-allowed' : 'not-signed-in' })
    try {
      const parsed = parse(call.input, input)
      if (!parsed.ok) return parsed
      const [feature, name] = channel.split('.') as [keyof DeskContract, string]
      const handle = (handlers[feature] as Record<string, (desk: Desk, input: unknown) => Promise<Result<unknown, { kind: string }>>>)[name]
      return (await handle?.(asCalled(desk), parsed.value)) ?? refuse({ kind: 'no-such-call' })
    } catch (error) {
      if (isDiskFull(error)) return refuse({ kind: 'disk-full' })
      return refuse({ kind: 'unexpected', reference: desk.report(channel, error) })
    }
  }
}

function parse(schema: z.ZodType, input: unknown): Result<unknown, { kind: 'invalid-input'; fields: string[] }> {
  try {
    const { success, data, error } = schema.safeParse(input)
    return success ? ok(data) : refuse({ kind: 'invalid-input', fields: [...new Set(error.issues.map(issue => issue.path.join('.')))] })
  } catch {
    // Zod compares lengths even of what is no text, and throws on an object that cannot be compared
    return refuse({ kind: 'invalid-input', fields: [] })
  }
}

/** The desk as one call sees it: whoever made the call stays its author, though somebody signs in or out before it is answered. */
function asCalled(desk: Desk): Desk {
  const { officer } = desk.session
  const session = {
    get officer() {
      return officer
    },
    set officer(next) {
      desk.session.officer = next
    }
  }
  return { ...desk, session }
}

/** Answers for a desk whose data could not be opened: only its state, so that the screen can say why. */
export function serveClosed(reason: ClosedReason, dataFolder: string): Run {
  return async channel =>
    channel === 'office.state' ? { ok: true, value: { kind: 'closed', reason, dataFolder } } : refuse({ kind: 'desk-closed', reason })
}

function find(contract: Contract, channel: string) {
  const [feature = '', name = '', ...rest] = channel.split('.')
  if (rest.length > 0 || !Object.hasOwn(contract, feature)) return undefined
  const calls = contract[feature] ?? {}
  return Object.hasOwn(calls, name) ? calls[name] : undefined
}

function isDiskFull(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'SQLITE_IOERR_WRITE'
}
