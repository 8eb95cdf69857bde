import { z } from 'zod'
import { call } from '#shared/rpc/call'
import {
  type Classification,
  CODE_SETS,
  type OrganizationKind,
  type ProblemType,
  type ProgramRule,
  type Sector,
  SectorCode,
  type Service,
  type ServiceWithDocuments,
  type Term
} from './directory'

export const directoryContract = {
  /** Services that hold every word of the text in name, description or program, in the directory's order. */
  services: call<Service[]>()(z.object({ text: z.string().max(100).optional(), sector: SectorCode.optional() })),
  /** A service with the papers it asks for and its fixed days. */
  service: call<ServiceWithDocuments, { kind: 'unknown-service' }>()(z.object({ code: z.string().max(40) })),
  sectors: call<Sector[]>()(z.object({})),
  problemTypes: call<ProblemType[]>()(z.object({})),
  /** The 26 kinds of people in need of social welfare (Permensos 8/2012). */
  ppksKinds: call<Term[]>()(z.object({})),
  organizationKinds: call<OrganizationKind[]>()(z.object({})),
  classifications: call<Classification[]>()(z.object({ codeSet: z.enum(CODE_SETS).optional() })),
  /** The decile ceilings of a program in force on a day; none when no rule is known for it. */
  programRules: call<ProgramRule[]>()(z.object({ program: z.string().max(40), on: z.iso.date() }))
}
