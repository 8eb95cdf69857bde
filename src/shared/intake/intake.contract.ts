import { z } from 'zod'
import type { PossibleDuplicate } from '#shared/residents/residents.contract'
import { call } from '#shared/rpc/call'
import { plainText } from '#shared/text'
import type { IntakePerson } from './intake'

/** An entry of the emergency book, and what has become of it. */
export type IntakeCard = {
  id: string
  number: string
  at: number
  officer: string
  person: IntakePerson
  /** `taken`: it is in the log, as this resident and this visit. `aside`: it is not to be taken over, and why. */
  state: { kind: 'waiting' } | { kind: 'taken'; residentId: string; visitId: string; ticket: string } | { kind: 'aside'; reason: string }
}

export const intakeContract = {
  /** How many entries of the emergency book wait to be taken over; null when its key cannot be read on this account. */
  waiting: call<{ count: number | null }>()(z.object({})),
  /** Every entry, the oldest first. */
  list: call<IntakeCard[]>()(z.object({})),
  /**
   * Makes a resident and a visit of an entry, in one change. Asked again it answers the same and does nothing.
   * `residentId`: the person is known already; else somebody similar is asked about once, as at the counter.
   */
  takeOver: call<
    IntakeCard,
    | { kind: 'not-found' }
    | { kind: 'nik-taken'; residentId: string; name: string }
    | { kind: 'possible-duplicates'; candidates: PossibleDuplicate[] }
  >()(
    z.object({
      id: z.uuid(),
      residentId: z.uuid().nullable(),
      differentFrom: z.array(z.uuid()).max(50),
      unsureOf: z.array(z.uuid()).max(50)
    })
  ),
  /** An entry that is not to be taken over: written twice, or a test. It stays in the list with its reason. */
  setAside: call<IntakeCard, { kind: 'not-found' } | { kind: 'already-taken' }>()(z.object({ id: z.uuid(), reason: plainText(120) }))
}
