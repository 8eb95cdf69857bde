import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import i18next from 'i18next'
import { afterEach, expect, it } from 'vitest'
import type { DocumentCheck } from '#shared/cases/case'
import type { CaseCard } from '#shared/cases/cases.contract'
import type { DeskApi } from '#shared/contract'
import type { ServiceWithDocuments } from '#shared/directory/directory'
import { api } from '../../src/renderer/api'
import { DocumentChecklist } from '../../src/renderer/cases/DocumentChecklist'
import { useCall } from '../../src/renderer/use-call'
import { OWN_ID, showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

const CASE = '0199aa00-0000-7000-8000-000000000021'
type Said = Parameters<DeskApi['cases']['checkDocuments']>[0]['documents'][number]

const check = (position: number, state: DocumentCheck['state']): DocumentCheck => ({
  id: `0199aa00-0000-7000-8000-00000000003${position}`,
  caseId: CASE,
  position,
  document: `Berkas ${position}`,
  isMandatory: true,
  state,
  note: null,
  checkedAt: 1,
  officerId: OWN_ID
})

afterEach(() => i18next.changeLanguage('id'))

function Steps() {
  const { value } = useCall(api.cases.get, { caseId: CASE })
  return value ? <DocumentChecklist card={value} onNext={() => undefined} /> : null
}

it('says only of the paper that was marked what was marked, and shows what another desk marked meanwhile', async () => {
  let documents = [check(0, 'missing'), check(1, 'missing'), check(2, 'missing')]
  const sent: Said[][] = []
  putDesk({
    cases: {
      get: async () => ({ ok: true, value: { case: { id: CASE, serviceCode: null }, documents, events: [] } as unknown as CaseCard }),
      checkDocuments: async input => {
        sent.push(input.documents)
        const said = (one: DocumentCheck) => input.documents.find(({ position }) => position === one.position)
        documents = documents.map(one => ({ ...one, ...(said(one) && { ...said(one), checkedAt: one.checkedAt + 1 }) }))
        return { ok: true, value: documents }
      }
    }
  })
  await showAtDesk(<Steps />)
  const marked = () => screen.getAllByRole<HTMLInputElement>('radio', { checked: true }).map(({ value }) => value)
  await screen.findByRole('group', { name: 'Berkas 0' })
  documents = documents.map(one => (one.position === 2 ? { ...one, state: 'present', checkedAt: 5 } : one))
  await userEvent.keyboard('1')
  await waitFor(() => expect(marked()).toEqual(['present', 'missing', 'present']))
  expect(sent.map(said => said.map(({ position, state }) => `${position} ${state}`))).toEqual([['0 present']])
  documents = documents.map(one => (one.position === 0 ? { ...one, state: 'expired', checkedAt: 9 } : one))
  await userEvent.keyboard('1')
  await waitFor(() => expect(marked()).toEqual(['expired', 'present', 'present']))
})

it('says on an English screen in English when a paper is asked for, and keeps the note as it is printed', async () => {
  const sent: Said[] = []
  const asked = { position: 1, nameId: 'SKTM', nameEn: 'Poverty letter', isMandatory: false, form: 'original', count: 1, validDays: null }
  const notes = { note: 'Bila diminta kantor', noteEn: 'If the office asks for it' }
  putDesk({
    cases: {
      get: async () => ({ ok: true, value: { case: { id: CASE, serviceCode: 's' }, documents: [], events: [] } as unknown as CaseCard }),
      checkDocuments: async input => {
        sent.push(...input.documents)
        return { ok: true, value: [] }
      }
    },
    directory: { service: async () => ({ ok: true, value: { documents: [{ ...asked, ...notes }] } as unknown as ServiceWithDocuments }) }
  })
  await i18next.changeLanguage('en')
  await showAtDesk(<Steps />)
  await screen.findByText(/If the office asks for it/)
  expect(screen.queryByText(/Bila diminta kantor/)).toBeNull()
  await userEvent.keyboard('1')
  await waitFor(() => expect(sent[0]?.note).toBe('Bila diminta kantor'))
})
