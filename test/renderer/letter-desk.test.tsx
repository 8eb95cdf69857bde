import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { CaseCard } from '#shared/cases/cases.contract'
import type { DeskApi } from '#shared/contract'
import type { IssuedLetter } from '#shared/letters/issued-letter'
import { letterSheet } from '#shared/letters/letter-body'
import type { OfficerCard } from '#shared/officers/officer'
import type { Second } from '#shared/rpc/call'
import { sampleFacts } from '#test/support/letter-facts'
import { LetterDesk } from '../../src/renderer/letters/LetterDesk'
import { draftPrefix } from '../../src/renderer/use-draft'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

type Order = Parameters<DeskApi['letters']['issue']>[0]
type Answer = Awaited<ReturnType<DeskApi['letters']['issue']>>

const id = (n: number) => `0199aa00-0000-7000-8000-0000000000${n}`
const EARLIER = id(50)
const card = {
  case: {
    id: id(51),
    visitId: id(52),
    residentId: id(53),
    number: 'SLRT-1',
    serviceCode: 'dtsen-certificate',
    closedAt: null,
    summary: 'x'
  },
  residentName: 'Siti Aminah',
  documents: [],
  events: []
} as unknown as CaseCard
const colleague: OfficerCard = {
  id: id(57),
  name: 'Contoh Yusuf',
  roles: ['supervisor', 'administrator'],
  position: null,
  decreeNumber: null,
  isActive: true
}
const similar: Answer = {
  ok: false,
  problem: {
    kind: 'similar-letter-valid',
    letterId: EARLIER,
    number: '400.9/007/SLRT-A/XI/2026',
    issuedOn: '2026-11-02',
    validUntil: '2027-01-31'
  }
}

/** The letter desk of a case whose service asks for a DTSEN certificate. */
async function openDesk(
  options: {
    answers?: Answer[]
    missing?: string[]
    roles?: ('front-office' | 'manager')[]
    organizations?: { id: string; kind: string; name: string; addressee: string }[]
    referredTo?: string[]
    /** What was typed before, by field. */
    kept?: Record<string, string>
    insteadOf?: IssuedLetter
    presence?: CaseCard['residentPresence']
  } = {}
) {
  const orders: Order[] = []
  const issued: string[] = []
  const mended: string[] = []
  const confirmed: (Second | undefined)[] = []
  putDesk({
    visits: {
      draft: async () => ({ ok: true, value: options.kept ?? {} }),
      saveDraft: async () => ({ ok: true, value: null })
    },
    directory: {
      service: async () => ({ ok: true, value: { code: 'dtsen-certificate', letterType: 'keterangan-dtsen', referToKind: null } as never })
    },
    office: {
      signers: async () => ({
        ok: true,
        value: [
          {
            id: id(54),
            name: 'Contoh Budi',
            nip: null,
            rank: null,
            position: 'KEPALA DINAS SOSIAL',
            capacity: '',
            onBehalfOf: null,
            isActive: true
          }
        ]
      })
    },
    organizations: {
      list: async () => ({ ok: true, value: (options.organizations ?? []).map(one => ({ ...one, isActive: true }) as never) })
    },
    referrals: {
      ofCase: async () => ({
        ok: true,
        value: (options.referredTo ?? []).map((organizationId, at) => ({ id: id(70 + at), organizationId, status: 'sent' }) as never)
      })
    },
    letters: {
      preview: async () => ({
        ok: true,
        value: {
          sheet: letterSheet('keterangan-dtsen', sampleFacts('keterangan-dtsen', { number: null, verification: null })),
          missing: options.missing ?? []
        }
      }),
      issue: async order => {
        orders.push(order)
        return options.answers?.shift() ?? { ok: true, value: { id: id(55) } as never }
      },
      openBook: async (_, second) => {
        confirmed.push(second)
        return { ok: true, value: {} as never }
      }
    },
    officers: { list: async () => ({ ok: true, value: [colleague] }) }
  })
  const desk = await showAtDesk(
    <LetterDesk
      card={{ ...card, residentPresence: options.presence ?? null }}
      insteadOf={options.insteadOf ?? null}
      onIssued={letter => issued.push(letter.id)}
      onPerson={() => mended.push('person')}
      onReferral={() => mended.push('referral')}
    />,
    options.roles
  )
  const button = await screen.findByRole<HTMLButtonElement>('button', { name: /Terbitkan & cetak/ })
  return { user: userEvent.setup(), desk, button, orders, issued, mended, confirmed }
}
type Open = Awaited<ReturnType<typeof openDesk>>

async function issue(open: Open) {
  await waitFor(() => expect(open.button.disabled).toBe(false))
  await open.user.keyboard('{Control>}{Enter}{/Control}')
}

it('orders the letter that the service suggests, signed by the first official, with what was typed', async () => {
  const open = await openDesk()
  await open.user.type(screen.getByLabelText(/^Dipergunakan untuk/), 'pendaftaran sekolah')
  await issue(open)
  await waitFor(() => expect(open.issued).toEqual([id(55)]))
  expect(open.orders[0]).toMatchObject({
    type: 'keterangan-dtsen',
    caseId: card.case.id,
    signerId: id(54),
    purpose: 'pendaftaran sekolah',
    bpjs: null,
    school: null,
    inSpiteOf: null,
    isDateConfirmed: false
  })
})

it('asks only what the letter needs: no BPJS and no school for a DTSEN certificate', async () => {
  await openDesk()
  expect(screen.getByLabelText(/^Dipergunakan untuk/)).toBeTruthy()
  expect(screen.queryByLabelText(/BPJS/)).toBeNull()
  expect(screen.queryByLabelText(/sekolah/)).toBeNull()
})

it('says what is missing in words, with the way to mend it, and issues nothing meanwhile', async () => {
  const open = await openDesk({ missing: ['resident.nik', 'return-slip'] })
  await screen.findByText('NIK warga belum tercatat.')
  expect(open.button.disabled).toBe(true)
  await open.user.click(screen.getByRole('button', { name: 'Buka warga' }))
  await open.user.click(screen.getByRole('button', { name: 'Buat rujukan' }))
  expect(open.mended).toEqual(['person', 'referral'])
  expect(open.orders).toHaveLength(0)
})

it('shows the earlier letter that is still valid and uses no number until the officer insists', async () => {
  const open = await openDesk({ answers: [similar] })
  await issue(open)
  expect(await screen.findByText('Surat yang sama masih berlaku')).toBeTruthy()
  expect(screen.getByText('400.9/007/SLRT-A/XI/2026')).toBeTruthy()
  expect(screen.getByText('Senin, 2 November 2026')).toBeTruthy()
  expect(open.issued).toHaveLength(0)
  await open.user.click(screen.getByRole('button', { name: 'Tetap terbitkan' }))
  await waitFor(() => expect(open.issued).toEqual([id(55)]))
  expect(open.orders.map(order => order.inSpiteOf)).toEqual([null, EARLIER])
})

it('lets the officer leave it and open the earlier letter instead', async () => {
  const open = await openDesk({ answers: [similar, similar] })
  await issue(open)
  await screen.findByText('Surat yang sama masih berlaku')
  await open.user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByText('Surat yang sama masih berlaku')).toBeNull())
  expect(open.orders).toHaveLength(1)
  await issue(open)
  await open.user.click(await screen.findByRole('button', { name: 'Buka surat itu' }))
  await waitFor(() => expect(open.desk.address()).toBe(`/letters/${EARLIER}`))
})

it('lets a manager open the book of a new year on the way, and sends others to one', async () => {
  const closed: Answer = { ok: false, problem: { kind: 'book-not-open', year: 2026 } }
  const clerk = await openDesk({ answers: [closed] })
  await issue(clerk)
  expect(await screen.findByText(/untuk unit SLRT-A belum dibuka. Mintalah manajer membukanya/)).toBeTruthy()
})

it('issues once the manager and a colleague have opened the book', async () => {
  const open = await openDesk({ answers: [{ ok: false, problem: { kind: 'book-not-open', year: 2026 } }], roles: ['manager'] })
  await issue(open)
  await open.user.click(await screen.findByRole('button', { name: /^Buka buku/ }))
  await screen.findByLabelText('PIN rekan Anda')
  await open.user.keyboard('123456{Enter}')
  await waitFor(() => expect(open.issued).toEqual([id(55)]))
  expect(open.confirmed).toEqual([{ officerId: colleague.id, pin: '123456' }])
  expect(open.orders).toHaveLength(2)
})

it('asks to look at the calendar when the book holds a later date', async () => {
  const open = await openDesk({ answers: [{ ok: false, problem: { kind: 'date-before-last', lastIssuedOn: '2026-12-24' } }] })
  await issue(open)
  expect(await screen.findByText(/24 Desember 2026/)).toBeTruthy()
  await open.user.click(screen.getByRole('button', { name: /Tanggal hari ini benar/ }))
  await waitFor(() => expect(open.orders.at(-1)).toMatchObject({ isDateConfirmed: true }))
})

it.each([
  ['2026-11-20', /23 November 2026, padahal menurut kabupaten hari ini .*20 November 2026/],
  [null, /23 November 2026, tetapi jam komputer ini tampaknya salah/]
])('asks to look at the calendar when the clock is in doubt and the district says %s', async (expected, said) => {
  const open = await openDesk({ answers: [{ ok: false, problem: { kind: 'date-doubtful', issuedOn: '2026-11-23', expected } }] })
  await issue(open)
  expect(await screen.findByText(said)).toBeTruthy()
  await open.user.click(screen.getByRole('button', { name: /Tanggal hari ini benar/ }))
  await waitFor(() => expect(open.orders.at(-1)).toMatchObject({ isDateConfirmed: true }))
})

it('goes to the agency that letters of its type go to, not to whichever the case was referred to first', async () => {
  const [hospital, zakat] = [id(80), id(81)]
  const open = await openDesk({
    organizations: [
      { id: hospital, kind: 'rsud', name: 'RSUD Contoh', addressee: 'Direktur RSUD Contoh' },
      { id: zakat, kind: 'baznas', name: 'BAZNAS Contoh', addressee: 'Ketua BAZNAS Contoh' }
    ],
    referredTo: [hospital, zakat]
  })
  const type = screen.getByRole('combobox', { name: /^Jenis surat/ })
  const addressee = () => screen.getByRole<HTMLInputElement>('combobox', { name: /^Ditujukan kepada/ }).value
  await open.user.clear(type)
  await open.user.type(type, 'baznas{Enter}')
  await waitFor(() => expect(addressee()).toBe('BAZNAS Contoh'))
  await issue(open)
  await waitFor(() => expect(open.orders[0]).toMatchObject({ organizationId: zakat, referralId: id(71) }))
  await open.user.clear(type)
  await open.user.type(type, 'rujukan{Enter}')
  await waitFor(() => expect(addressee()).toBe('RSUD Contoh'))
})

it('takes along the newest referral to the agency it is written to, and none that goes elsewhere', async () => {
  const [hospital, clinic] = [id(80), id(82)]
  const organizations = [
    { id: hospital, kind: 'rsud', name: 'RSUD Contoh', addressee: 'Direktur RSUD Contoh' },
    { id: clinic, kind: 'puskesmas', name: 'Puskesmas Contoh', addressee: 'Kepala Puskesmas Contoh' }
  ]
  const draft = draftPrefix(card.case.id)
  const kept = { [`${draft}type`]: 'rujukan-kesehatan', [`${draft}organizationId`]: hospital }
  const elsewhere = await openDesk({ organizations, referredTo: [clinic], kept })
  await issue(elsewhere)
  await waitFor(() => expect(elsewhere.orders[0]).toMatchObject({ organizationId: hospital, referralId: null }))
  cleanup()
  const twice = await openDesk({ organizations, referredTo: [hospital, clinic, hospital], kept })
  await issue(twice)
  await waitFor(() => expect(twice.orders[0]).toMatchObject({ organizationId: hospital, referralId: id(72) }))
})

it('begins the replacement of a void letter with what was typed for that one', async () => {
  const [health, insurance] = [id(83), id(84)]
  const facts = sampleFacts('rekomendasi-pbi-jk')
  const open = await openDesk({
    organizations: [
      { id: health, kind: 'dinas-sosial', name: 'Dinas Sosial Contoh', addressee: 'Kepala Dinas Sosial' },
      { id: insurance, kind: 'bpjs-kesehatan', name: facts.addressee?.organization ?? '', addressee: 'Kepala Cabang' }
    ],
    insteadOf: { type: 'rekomendasi-pbi-jk', facts: { ...facts, sifat: 'Penting', lampiran: 3 } } as IssuedLetter
  })
  await issue(open)
  await waitFor(() =>
    expect(open.orders[0]).toMatchObject({
      type: 'rekomendasi-pbi-jk',
      organizationId: insurance,
      urgency: 'Penting',
      attachments: 3,
      bpjs: facts.bpjs
    })
  )
})

it('says that somebody died before a letter is written for them, and forbids none', async () => {
  const open = await openDesk({ presence: 'deceased' })
  expect(screen.getByText('Warga ini tercatat meninggal dunia')).toBeTruthy()
  await open.user.click(screen.getByRole('button', { name: 'Buka warga' }))
  expect(open.mended).toEqual(['person'])
  await issue(open)
  await waitFor(() => expect(open.issued).toEqual([id(55)]))
})
