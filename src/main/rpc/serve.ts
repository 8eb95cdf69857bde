import type { z } from 'zod'
import type { DeskContract } from '#shared/contract'
import { mayCall } from '#shared/permissions'
import { ok, type Result, refuse } from '#shared/result'
import type { ChannelOf, Contract, HandlersOf } from '#shared/rpc/call'
import { noteCall, noteRefusedAtDoor, openCall } from '../audit/note-call'
import type { OpenCall } from '../audit/open-call'
import type { Desk } from '../desk'
import { isDiskFull } from '../disk-full'
import { confirmed } from '../officers/second-officer'
import { refusalUnheard } from '../sync/refuse-unheard'

type Handlers<C extends Contract> = { [F in keyof C]: HandlersOf<C[F], Desk> }
export type Run = (channel: string, input: unknown) => Promise<Result<unknown, { kind: string }>>

type Answer = Result<unknown, { kind: string }>

/**
 * Answers any call: right, then form, then the second officer where one is needed, then the handler, then its line in the access log, and only then the answer.
 * Whatever is thrown becomes a reference; nothing of it crosses to the screen.
 */
export function serve(contract: DeskContract, handlers: Handlers<DeskContract>, desk: Desk): Run {
  return async (channel, input) => {
    const called = asCalled(desk, openCall(channel))
    const safely = async (work: () => Promise<Answer>): Promise<Answer> => {
      try {
        return await work()
      } catch (error) {
        if (isDiskFull(error)) {
          desk.space.wasFull()
          return refuse({ kind: 'disk-full' })
        }
        return refuse({ kind: 'unexpected', reference: desk.report(channel, error) })
      }
    }
    const call = find(contract, channel)
    const kind = call ? refusalAtDoor(channel as ChannelOf<DeskContract>, called) : 'no-such-call'
    if (kind || !call) {
      return safely(async () => {
        await noteRefusedAtDoor(called, called.call, kind ?? 'no-such-call')
        return refuse({ kind: kind ?? 'no-such-call' })
      })
    }
    const parsed = parse(call.input, input)
    const [feature, name] = channel.split('.') as [keyof DeskContract, string]
    const handle = (handlers[feature] as Record<string, (desk: Desk, input: unknown) => Promise<Answer>>)[name]
    const isRefused = desk.space.refuses(channel)
    const answer = isRefused
      ? refuse({ kind: 'disk-full' })
      : parsed.ok
        ? await safely(async () => {
            const unheard = await refusalUnheard(called, channel as ChannelOf<DeskContract>, parsed.value)
            if (unheard) return unheard
            const second = await confirmed(called, channel as ChannelOf<DeskContract>, input)
            return second.ok ? ((await handle?.(called, parsed.value)) ?? refuse({ kind: 'no-such-call' })) : second
          })
        : parsed
    return safely(async () => {
      await noteCall(called, called.call, parsed.ok ? parsed.value : undefined, answer)
      return answer
    })
  }
}

function refusalAtDoor(
  channel: ChannelOf<DeskContract>,
  { session }: Desk
): 'not-allowed' | 'locked' | 'must-choose' | 'not-signed-in' | undefined {
  if (mayCall(channel, session.officer?.roles)) {
    return session.mustChoose && !mayCall(channel, undefined) && channel !== 'officers.chooseSecrets' ? 'must-choose' : undefined
  }
  if (session.officer) return 'not-allowed'
  return session.lockedFor ? 'locked' : 'not-signed-in'
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
function asCalled(desk: Desk, call: OpenCall): Desk & { call: OpenCall } {
  const { officer } = desk.session
  const session = new Proxy(desk.session, { get: (kept, name) => (name === 'officer' ? officer : Reflect.get(kept, name)) })
  return { ...desk, session, call }
}

function find(contract: Contract, channel: string) {
  const [feature = '', name = '', ...rest] = channel.split('.')
  if (rest.length > 0 || !Object.hasOwn(contract, feature)) return undefined
  const calls = contract[feature] ?? {}
  return Object.hasOwn(calls, name) ? calls[name] : undefined
}
