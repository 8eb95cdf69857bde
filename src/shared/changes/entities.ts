import type { z } from 'zod'
import { Case, CaseEvent, DocumentCheck } from '#shared/cases/case'
import { Organization } from '#shared/directory/organization'
import { HandOver, IssuedLetter, LetterBook, LetterCopy, PrintAttempt } from '#shared/letters/issued-letter'
import { ClockCheck } from '#shared/office/clock-check'
import { Device, Holiday, Office, Signer } from '#shared/office/office'
import { Officer } from '#shared/officers/officer'
import { Proposal, ProposalBatch } from '#shared/proposals/proposal'
import { Referral } from '#shared/referrals/referral'
import { RegistryCheck, VillageMeeting } from '#shared/registry/registry'
import { FlawCheck } from '#shared/residents/flaw-check'
import { PairJudgement } from '#shared/residents/pair-judgement'
import { Family, Membership, Resident } from '#shared/residents/resident'
import { DayClosing, Participant, Visit } from '#shared/visits/visit'

/** Everything that lives in the log. Each has a table of the same name, and each row of it is a fold of changes. Parents stand before children. */
export const entities = {
  device: Device,
  office: Office,
  officer: Officer,
  signer: Signer,
  holiday: Holiday,
  organization: Organization,
  resident: Resident,
  family: Family,
  membership: Membership,
  pairJudgement: PairJudgement,
  flawCheck: FlawCheck,
  visit: Visit,
  participant: Participant,
  dayClosing: DayClosing,
  registryCheck: RegistryCheck,
  villageMeeting: VillageMeeting,
  case: Case,
  caseEvent: CaseEvent,
  documentCheck: DocumentCheck,
  proposalBatch: ProposalBatch,
  proposal: Proposal,
  referral: Referral,
  letterBook: LetterBook,
  letter: IssuedLetter,
  letterCopy: LetterCopy,
  handOver: HandOver,
  printAttempt: PrintAttempt,
  clockCheck: ClockCheck
} as const satisfies Record<string, z.ZodObject>

export type EntityName = keyof typeof entities
export type EntityRow<E extends EntityName> = z.infer<(typeof entities)[E]>
export const isEntityName = (name: string): name is EntityName => Object.hasOwn(entities, name)
