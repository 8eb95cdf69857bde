import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { snapshot } from '#main/changes/fold'
import { headOf } from '#main/changes/log'
import { LETTER_TYPES } from '#shared/directory/directory'
import type { LetterType } from '#shared/letters/letter'
import { letterTypes } from '#shared/letters/letter-types'
import type { LetterOrder } from '#shared/letters/letters.contract'
import { personOf } from './desk-acts'
import { givenCase, givenLetterOrder, givenResident } from './given'
import { problem, type TestDesk, testDesk, value } from './test-desk'

type At = Pick<TestDesk, 'desk' | 'api'>

/** An order for a letter of any type with all that it needs. */
export async function orderOf({ api }: At, type: LetterType) {
  const found = await givenCase(api, { residentId: (await givenResident(api, { ...personOf(LETTER_TYPES.indexOf(type) + 40) })).id })
  const checked = { visitId: null, source: 'DTSEN' as const, isListed: true, decile: 2, period: '2026-T4', programmes: [], note: null }
  value(await api.registry.recordCheck({ residentId: found.residentId, ...checked }))
  const [organization] = value(await api.organizations.list({ kind: letterTypes[type].addressees[0] ?? 'rsud' }))
  const more: Partial<LetterOrder> = {
    type,
    organizationId: organization?.id ?? randomUUID(),
    purpose: 'Keperluan warga',
    bpjs: {
      cardNumber: '0001234567890',
      deactivatedOn: '2026-02-01',
      reason: null,
      facility: 'Puskesmas Patebon 01',
      facilityLetter: '445/210'
    },
    school: { name: 'SD Negeri 1 Contoharjo', grade: 'V' }
  }
  return givenLetterOrder(api, found.id, more)
}

/** Refused, and nothing is different afterwards. */
export async function refused({ desk, api }: At, order: Parameters<TestDesk['api']['letters']['issue']>[0]) {
  const before = { head: headOf(desk.raw), rows: snapshot(desk.raw) }
  const why = problem(await api.letters.issue(order))
  expect({ head: headOf(desk.raw), rows: snapshot(desk.raw) }).toEqual(before)
  return why
}

/** A desk with one letter, and the calls about it. */
export async function withLetter() {
  const at = await testDesk({ officer: 'front-office' })
  const found = await givenCase(at.api)
  const letter = value(await at.api.letters.issue(await givenLetterOrder(at.api, found.id)))
  const { letters } = at.api
  return {
    ...at,
    found,
    letter,
    pdf: value(await letters.pdf({ letterId: letter.id })),
    print: (printer = 'Kantor') => letters.print({ letterId: letter.id, printer }),
    answer: (attemptId: string, answer: 'printed' | 'failed' | 'cancelled', reason: string | null = null) =>
      letters.answerPrint({ attemptId, answer, reason }),
    copy: (takenBy = 'Siti Aminah') => letters.printCopy({ letterId: letter.id, printer: 'Kantor', reason: 'Hilang di jalan', takenBy })
  }
}
