// Junk: every call of the contract gets values that it does not expect, and values of its own form with junk in them. Nothing may change by a refusal.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { z } from 'zod'
import { foldAgain, snapshot } from '#main/changes/fold'
import { headOf } from '#main/changes/log'
import { handlers } from '#main/handlers'
import { closeDesk } from '#main/open-desk'
import { type Run, serve } from '#main/rpc/serve'
import { contract } from '#shared/contract'
import { ROLES } from '#shared/officers/officer'
import { isForTwo } from '#shared/permissions'
import { channels } from '#shared/rpc/channels'
import { anything, fromSchema } from '#test/support/from-schema'
import { apiOf, openAt } from './desk-of.ts'
import { givenLetter, sampleDesk } from './given-work.ts'
import { scratch } from './preload-library.ts'

export type JunkFound = {
  calls: number
  values: number
  answered: number
  untyped: number
  changed: number
  thrown: number
  examples: string[]
}

/** Calls that hash a PIN or a code, copy the database or read all of it are slow, so most of theirs is junk that never gets that far. */
const SLOW =
  /^(officers\.(signIn|chooseSecrets|add|resetPin|changeMyPin|changeMyPassword)|backups\.|recovery\.|office\.(setUp|checkLog)|audit\.verify)/
const isSlow = (channel: string): boolean => SLOW.test(channel) || isForTwo(channel as Parameters<typeof isForTwo>[0])
const SLOW_VALUES = 5

type Asked = { points: number; seed: number; only?: readonly string[] | undefined; formed?: number | undefined }

/** So many values to each call, of them `formed` (half, unless told) of its own form; `only` to these calls, by their names or the beginnings of them. */
export async function junk({ points, seed, only, formed: wanted = Math.ceil(points / 2) }: Asked): Promise<JunkFound> {
  const folder = scratch('junk')
  const data = join(folder, 'desk')
  await sampleDesk(data, givenLetter)
  const reported: unknown[] = []
  const desk = await openAt(data, (channel, error) => `${channel} ${reported.push(error)}`)
  try {
    const run = serve(contract, handlers, desk)
    await apiOf(desk)
    const officer = desk.session.officer
    const ids = [...new Set(desk.raw.prepare('select id from touch').pluck().all() as string[])].slice(0, 40)
    const found: JunkFound = { calls: 0, values: 0, answered: 0, untyped: 0, changed: 0, thrown: 0, examples: [] }
    const strange = fc.sample(anything, { numRuns: points, seed }).map(cloned)
    for (const [feature, names] of Object.entries(channels)) {
      for (const name of names) {
        const channel = `${feature}.${name}`
        if (only && !only.some(start => channel.startsWith(start))) continue
        const { input } = (contract as unknown as Record<string, Record<string, { input: z.ZodType }>>)[feature]?.[name] ?? {}
        const formed = isSlow(channel) ? Math.min(points, SLOW_VALUES) : wanted
        found.calls++
        const [answered, before] = [found.answered, JSON.stringify(snapshot(desk.raw))]
        // a call that asks for nothing takes any object: it is asked as often as with values of its own
        const taken = strange.filter(value => takes(input as z.ZodType, value))
        const sent = [...strange.filter(value => !taken.includes(value)), ...taken.slice(0, isSlow(channel) ? 0 : wanted)]
        await sendAll(
          channel,
          Array.from({ length: points - formed }, (_, n) => sent[n % sent.length])
        )
        if (found.answered === answered && JSON.stringify(snapshot(desk.raw)) !== before) {
          found.changed++
          found.examples.push(`${channel}: refusals left the tables changed`)
        }
        await sendAll(channel, fc.sample(fromSchema(input as z.ZodType, ids), { numRuns: formed, seed }).map(cloned))
      }
    }
    const before = snapshot(desk.raw)
    foldAgain(desk.raw)
    if (JSON.stringify(snapshot(desk.raw)) !== JSON.stringify(before)) {
      found.changed++
      found.examples.push('the tables are not what the log says')
    }
    return found

    async function sendAll(channel: string, values: unknown[]): Promise<void> {
      for (const value of values) {
        desk.session.officer = officer && { ...officer, roles: [...ROLES] }
        const before = headOf(desk.raw)
        const tell = (kind: 'untyped' | 'changed' | 'thrown', what: string) => {
          found[kind]++
          if (found.examples.length < 20) found.examples.push(`${channel} ${fc.stringify(value).slice(0, 300)}: ${what}`)
        }
        found.values++
        const answer = await run(channel, value).catch((error: unknown) => void tell('thrown', String(error)))
        if (reported.length > 0) tell('thrown', String((reported.splice(0)[0] as Error).stack))
        if (!answer) continue
        if (isTyped(answer)) {
          if (answer.ok) found.answered++
          else if (headOf(desk.raw).hash !== before.hash) tell('changed', 'a refusal left a change')
        } else tell('untyped', 'the answer has no form')
      }
    }
  } finally {
    await closeDesk(desk)
    rmSync(folder, { recursive: true, force: true })
  }
}

function takes(schema: z.ZodType, value: unknown): boolean {
  try {
    return schema.safeParse(value).success
  } catch {
    return false
  }
}

function isTyped(answer: Awaited<ReturnType<Run>>): boolean {
  const sent = structuredClone(answer)
  return sent.ok ? 'value' in sent : /^[a-z-]+$/.test(sent.problem.kind)
}

/** As it would arrive from another process; what cannot be sent does not arrive. */
function cloned(input: unknown): unknown {
  try {
    return structuredClone(input)
  } catch {
    return undefined
  }
}
