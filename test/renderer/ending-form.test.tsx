import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { DeskApi } from '#shared/contract'
import { EndingForm } from '../../src/renderer/cases/EndingForm'
import { dueDay } from '../../src/renderer/cases/use-due-suggestion'
import { draftPrefix } from '../../src/renderer/use-draft'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

type Ending = Parameters<DeskApi['cases']['end']>[0]
const CASE = '0199aa00-0000-7000-8000-000000000020'
const VISIT = '0199aa00-0000-7000-8000-000000000021'

/** `kept`: the half-typed fields of this officer, which stay as they would on the desk. */
async function openForm(options: { isRefused?: boolean; kept?: Map<string, string> | Promise<never> } = {}) {
  const { kept = new Map<string, string>() } = options
  const sent: Ending[] = []
  const referred: string[] = []
  putDesk({
    visits: {
      draft: async () => ({ ok: true, value: Object.fromEntries(await kept) }),
      saveDraft: async ({ form, field, value }) => {
        expect(form).toBe('ending')
        if (value === null) (await kept).delete(field)
        else (await kept).set(field, value)
        return { ok: true, value: null }
      }
    },
    cases: {
      end: async input => {
        sent.push(input)
        return options.isRefused
          ? { ok: false, problem: { kind: 'already-ended' } }
          : { ok: true, value: { id: CASE, number: 'SLRT-1' } as never }
      }
    },
    office: { holidays: async () => ({ ok: true, value: [{ id: 'x', day: '2026-11-24', name: 'Contoh', isWorkingDay: false }] as never }) },
    directory: {
      service: async () => ({ ok: true, value: { code: 'dtsen-certificate', timeLimit: 1, timeLimitUnit: 'working-days' } as never })
    }
  })
  const ended: string[] = []
  await showAtDesk(
    <EndingForm
      of={{ id: CASE, visitId: VISIT, serviceCode: 'dtsen-certificate' }}
      onEnded={one => ended.push(one.number)}
      onRefer={() => referred.push(CASE)}
    />
  )
  await screen.findAllByRole('radio')
  return { user: userEvent.setup(), sent, ended, referred }
}
const save = (open: Awaited<ReturnType<typeof openForm>>) => open.user.keyboard('{Control>}{Enter}{/Control}')

it('shows four endings, takes them by key and says what each means', async () => {
  const open = await openForm()
  expect(screen.getAllByRole('radio').map(radio => (radio as HTMLInputElement).value)).toEqual([
    'information',
    'consultation',
    'request',
    'referral'
  ])
  await open.user.keyboard('2')
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /Konsultasi/ }).checked).toBe(true)
  expect(screen.getByText(/Tulis nasihatnya/)).toBeTruthy()
})

it('leaves the keys of the whole desk alone, which are digits with Alt', async () => {
  const open = await openForm()
  await open.user.keyboard('{Alt>}2{/Alt}')
  expect(screen.queryByRole('radio', { checked: true })).toBeNull()
})

it('ends with information only when the answer is written', async () => {
  const open = await openForm()
  await open.user.keyboard('1')
  await save(open)
  expect(await screen.findByText('Tulis isinya dulu.')).toBeTruthy()
  expect(open.sent).toHaveLength(0)
  await open.user.type(screen.getByLabelText('Jawaban'), 'Syaratnya KTP dan KK')
  await save(open)
  await waitFor(() => expect(open.sent).toEqual([{ caseId: CASE, ending: { kind: 'information', answer: 'Syaratnya KTP dan KK' } }]))
  expect(open.ended).toEqual(['SLRT-1'])
})

it('proposes the day of the service standard, skipping a holiday, and sends the day that stands in the field', async () => {
  const open = await openForm()
  await open.user.keyboard('3')
  const due = await screen.findByDisplayValue('25-11-2026')
  expect(screen.getByText('Menurut standar layanan ini: 1 hari kerja.')).toBeTruthy()
  await open.user.type(screen.getByLabelText(/^Langkah berikutnya/), 'BO cek SIKS-NG')
  await open.user.clear(due)
  await open.user.type(due, '01122026')
  await save(open)
  await waitFor(() =>
    expect(open.sent[0]?.ending).toEqual({ kind: 'request', note: null, followUp: { nextStep: 'BO cek SIKS-NG', dueOn: '2026-12-01' } })
  )
})

it('refuses a request without a next step or with a day that has passed', async () => {
  const open = await openForm()
  await open.user.keyboard('3')
  const due = await screen.findByDisplayValue('25-11-2026')
  await open.user.clear(due)
  await open.user.type(due, '22112026')
  await save(open)
  expect(await screen.findByText('Tulis langkah berikutnya.')).toBeTruthy()
  expect(screen.getByText('Isi tanggal hari ini atau sesudahnya.')).toBeTruthy()
  expect(open.sent).toHaveLength(0)
})

it('asks for no follow-up after a consultation unless one is wanted', async () => {
  const open = await openForm()
  await open.user.keyboard('2')
  await open.user.type(screen.getByLabelText('Nasihat'), 'Minta SKTM di desa')
  await save(open)
  await waitFor(() => expect(open.sent[0]?.ending).toEqual({ kind: 'consultation', advice: 'Minta SKTM di desa', followUp: null }))
})

it('leads a referral to its own form', async () => {
  const open = await openForm()
  await open.user.keyboard('4')
  await save(open)
  expect(open.referred).toEqual([CASE])
  expect(open.sent).toHaveLength(0)
})

it('says why the desk refused and keeps what was typed', async () => {
  const open = await openForm({ isRefused: true })
  await open.user.keyboard('1')
  await open.user.type(screen.getByLabelText('Jawaban'), 'Sudah dijelaskan')
  await save(open)
  expect(await screen.findByText('Kasus ini sudah punya hasil di loket.')).toBeTruthy()
  expect(screen.getByDisplayValue('Sudah dijelaskan')).toBeTruthy()
})

it('takes a key before the desk has answered what was kept', async () => {
  const open = await openForm({ kept: new Promise(() => {}) })
  await open.user.keyboard('1')
  expect(screen.getByLabelText('Jawaban')).toBeTruthy()
})

it('keeps what was typed with the visit until the case has its ending', async () => {
  const kept = new Map([[`${draftPrefix('0199aa00-0000-7000-8000-000000000099')}text`, 'Kasus lain']])
  const open = await openForm({ kept })
  await open.user.keyboard('2')
  await open.user.type(screen.getByLabelText('Nasihat'), 'Minta SKTM di desa')
  cleanup()
  const again = await openForm({ kept })
  expect(await screen.findByDisplayValue('Minta SKTM di desa')).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('radio', { name: /Konsultasi/ }).checked).toBe(true)
  await save(again)
  await waitFor(() => expect([...kept.values()]).toEqual(['Kasus lain']))
  expect(again.sent[0]?.ending).toEqual({ kind: 'consultation', advice: 'Minta SKTM di desa', followUp: null })
})

it.each([
  [null, '2026-11-30'],
  [{ timeLimit: 20, timeLimitUnit: 'minutes' } as const, '2026-11-24'],
  [{ timeLimit: 5, timeLimitUnit: 'working-days' } as const, '2026-11-30'],
  [{ timeLimit: 1, timeLimitUnit: 'months' } as const, '2026-12-23']
])('counts the due day of %o as %s', (limit, day) => {
  expect(dueDay(limit, '2026-11-23', new Map())).toBe(day)
})

it('brings what is missing into sight, with the focus', async () => {
  const open = await openForm()
  await open.user.click(screen.getByRole('radio', { name: /Informasi/ }))
  const answer = screen.getAllByRole('textbox')[0]
  await save(open)
  await waitFor(() => expect(document.activeElement).toBe(answer))
  expect(open.sent).toEqual([])
})
