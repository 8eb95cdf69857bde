import { act, cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { DeskApi } from '#shared/contract'
import { CaseForm } from '../../src/renderer/cases/CaseForm'
import type { CasePerson } from '../../src/renderer/cases/case-values'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

type Opened = Parameters<DeskApi['cases']['open']>[0]
const VISIT = '0199aa00-0000-7000-8000-000000000021'
const RESIDENT = '0199aa00-0000-7000-8000-000000000022'

const HERSELF: CasePerson = { residentId: RESIDENT, name: 'Contoh', isConcerned: true }

const SERVICES = [{ code: 'pbi-reactivation', nameId: 'Reaktivasi PBI', description: 'Kartu nonaktif', sector: 'health', status: 'active' }]
const PROBLEMS = [
  { code: 'never-registered', nameId: 'Belum terdaftar', nameEn: 'Never registered' },
  { code: 'inactive', nameId: 'Kepesertaan nonaktif', nameEn: 'Inactive' },
  { code: 'wrong-data', nameId: 'Data salah', nameEn: 'Wrong data' }
]

/** The form of a new case; `drafts` says when the desk has kept a half-typed field. */
async function openForm(drafts: Promise<unknown> = Promise.resolve(), people = [HERSELF]) {
  const sent: Opened[] = []
  let added = 0
  putDesk({
    visits: {
      draft: async () => ({ ok: true, value: {} }),
      saveDraft: async () => {
        await drafts
        return { ok: true, value: null }
      },
      dropDraft: async () => ({ ok: true, value: null })
    },
    directory: {
      services: async () => ({ ok: true, value: SERVICES as never }),
      // a desk that is busy with something else
      service: () => new Promise(() => {}),
      problemTypes: async () => ({ ok: true, value: PROBLEMS as never })
    },
    cases: {
      open: async input => {
        sent.push(input)
        return { ok: true, value: { id: '0199aa00-0000-7000-8000-000000000023' } as never }
      }
    }
  })
  await showAtDesk(<CaseForm visitId={VISIT} people={people} onAddPerson={() => added++} onOpened={() => {}} />)
  const box = (name: RegExp) => screen.findByRole<HTMLInputElement>('combobox', { name })
  return { sent, added: () => added, user: userEvent.setup(), service: await box(/^Layanan/), problem: await box(/^Masalahnya/) }
}
const highlighted = () => screen.getByRole('option', { selected: true, hidden: true }).textContent

it('takes a service and its sector with one Enter, however busy the desk is', async () => {
  const { sent, user, service, problem } = await openForm()
  await user.type(service, 'reaktivasi')
  await screen.findByRole('option', { name: /Reaktivasi PBI/, hidden: true })
  await user.keyboard('{Enter}')
  expect(service.value).toBe('Reaktivasi PBI')
  await user.type(screen.getByRole('textbox', { name: /^Keterangan/ }), 'Perlu dirawat.')
  await user.type(problem, 'nonaktif')
  await screen.findByRole('option', { name: /nonaktif/, hidden: true })
  await user.keyboard('{Enter}{Control>}{Enter}{/Control}')
  await waitFor(() =>
    expect(sent).toEqual([expect.objectContaining({ serviceCode: 'pbi-reactivation', sector: 'health', problemType: 'inactive' })])
  )
})

it('leaves the place in an open list where the arrow keys put it while a draft is being kept', async () => {
  const drafts = Promise.withResolvers<null>()
  const { user, problem } = await openForm(drafts.promise)
  await user.type(screen.getByRole('textbox', { name: /^Keterangan/ }), 'Perlu dirawat.')
  await user.click(problem)
  await screen.findByRole('option', { name: 'Belum terdaftar', hidden: true })
  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(highlighted()).toBe('Data salah')
  drafts.resolve(null)
  await screen.findByText(/^Tersimpan di sini/)
  await act(async () => {})
  expect(highlighted()).toBe('Data salah')
})

const fillTheRest = async ({ user, problem }: Awaited<ReturnType<typeof openForm>>) => {
  await user.click(screen.getByRole('combobox', { name: /^Sektor/ }))
  await user.keyboard('kesehatan{Enter}')
  await user.type(screen.getByRole('textbox', { name: /^Keterangan/ }), 'Perlu dirawat.')
  await user.type(problem, 'nonaktif')
  await screen.findByRole('option', { name: /nonaktif/, hidden: true })
  await user.keyboard('{Enter}{Control>}{Enter}{/Control}')
}

it('is not about whoever came for another until an officer says so, and leads to adding the person', async () => {
  const open = await openForm(undefined, [{ ...HERSELF, name: 'Contoh Wali', isConcerned: false }])
  expect(await screen.findByText('Yang datang bukan yang bersangkutan')).toBeDefined()
  await fillTheRest(open)
  const concerned = screen.getByRole<HTMLInputElement>('combobox', { name: /^Yang bersangkutan/ })
  await waitFor(() => expect(document.activeElement).toBe(concerned))
  expect([concerned.value, open.sent]).toEqual(['', []])
  await open.user.keyboard('{F6}')
  expect(open.added()).toBe(1)
  await open.user.keyboard('{ArrowDown}{Enter}{Control>}{Enter}{/Control}')
  await waitFor(() => expect(open.sent).toEqual([expect.objectContaining({ residentId: RESIDENT })]))
})

it('asks which of several it is about, and takes the only one concerned by itself', async () => {
  const other = { residentId: '0199aa00-0000-7000-8000-000000000029', name: 'Contoh Kembar' }
  await openForm(undefined, [HERSELF, { ...other, isConcerned: true }])
  expect(screen.getByRole<HTMLInputElement>('combobox', { name: /^Yang bersangkutan/ }).value).toBe('')
  cleanup()
  await openForm(undefined, [HERSELF, { ...other, isConcerned: false }])
  expect(screen.getByRole<HTMLInputElement>('combobox', { name: /^Yang bersangkutan/ }).value).toBe('Contoh')
  expect(screen.queryByText('Yang datang bukan yang bersangkutan')).toBeNull()
})
