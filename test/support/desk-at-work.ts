// A model of a day at a desk: any order of calls. Refusals are part of the work; nothing may break.
import fc from 'fast-check'
import { ROLES } from '#shared/officers/officer'
import { ACTS, type ActName, acts, type Ids } from './desk-acts'
import type { TestDesk } from './test-desk'

export type Step = { act: ActName; n: number }

/** Shared ids by what an answer is about; a call's name says it where the row alone does not. */
const KINDS: Partial<Record<ActName, keyof Ids>> = {
  checkIn: 'visit',
  register: 'resident',
  open: 'case',
  draft: 'referral',
  issue: 'letter',
  print: 'attempt',
  copy: 'attempt',
  participant: 'participant'
}

/** A day's work; beginnings come more often than ends, so that there is something to work on. */
export const steps = (length: number): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.record({
      act: fc.oneof(
        { weight: 2, arbitrary: fc.constantFrom<ActName[]>('checkIn', 'serve', 'register', 'open', 'issue', 'print', 'answerPrint') },
        { weight: 3, arbitrary: fc.constantFrom(...ACTS) }
      ),
      n: fc.nat(60)
    }),
    { minLength: length, maxLength: length }
  )

/** What every day begins with, so that the rest of it has people, cases and letters to work on. */
const MORNING: Step[] = [
  ...[0, 1, 2].flatMap(n => (['checkIn', 'serve', 'register', 'open'] as const).map(act => ({ act, n }))),
  ...[0, 1].flatMap(n => [
    { act: 'issue' as const, n },
    { act: 'draft' as const, n }
  ]),
  { act: 'print', n: 1 },
  { act: 'answerPrint', n: 0 },
  { act: 'answerPrint', n: 1 }
]

/** Does a morning and then the steps, one after the other, by one officer with every right; returns the kinds of answers. */
export async function work({ desk, api, clock }: Pick<TestDesk, 'desk' | 'api' | 'clock'>, day: Step[]): Promise<string[]> {
  if (desk.session.officer) desk.session.officer = { ...desk.session.officer, roles: [...ROLES] }
  const ids: Ids = {
    visit: [],
    resident: [],
    case: [],
    referral: [],
    letter: [],
    attempt: [],
    participant: [],
    signer: [],
    organization: []
  }
  const kinds: string[] = []
  for (const { act, n } of [...MORNING, ...day]) {
    clock.ms += 1000
    const answer = await acts[act](api, ids, n)
    const kind = KINDS[act]
    if (answer?.ok && kind) ids[kind].push((answer.value as { id: string }).id)
    if (answer) kinds.push(answer.ok ? 'ok' : answer.problem.kind)
  }
  return kinds
}
