import { z } from 'zod'
import { call } from '#shared/rpc/call'

export type Hit =
  | {
      kind: 'resident'
      residentId: string
      name: string
      nikMasked: string | null
      birthDate: string | null
      areaLine: string
      openCases: number
      why: 'nik' | 'kk' | 'name' | 'phone' | 'provisional-id'
    }
  | { kind: 'visit'; visitId: string; ticket: string; day: string; status: string; names: string[]; why: 'ticket' }
  | { kind: 'case'; caseId: string; visitId: string; number: string; residentName: string; status: string; why: 'case-number' }
  | {
      kind: 'letter'
      letterId: string
      caseId: string
      number: string
      issuedOn: string
      residentName: string
      status: string
      why: 'letter-number'
    }

export const searchContract = {
  /** The one box: NIK, KK, name, phone, ticket, case or letter number. Answers the best 20 while the officer types. */
  find: call<Hit[]>()(z.object({ text: z.string().max(200), purpose: z.enum(['visit', 'look-up']) }))
}
