import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { DeskApi } from '#shared/contract'
import type { PossibleDuplicate } from '#shared/residents/residents.contract'
import { NewResident } from '../../src/renderer/residents/NewResident'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

type Registration = Parameters<DeskApi['residents']['register']>[0]
type Answer = Awaited<ReturnType<DeskApi['residents']['register']>>

const VISIT = '0199aa00-0000-7000-8000-000000000010'
const KNOWN = '0199aa00-0000-7000-8000-000000000011'
const NIK = '3324145708900001'
const twin: PossibleDuplicate = {
  residentId: KNOWN,
  name: 'Siti Aminah',
  nikMasked: '332414******0007',
  birthDate: '1990-08-17',
  areaLine: 'Desa Lanji, Patebon',
  score: 0.8,
  evidence: ['same-name-birth-village'],
  doubts: []
}

/** The form in a visit, with a desk that keeps drafts and answers registrations one after the other. */
async function openForm(options: { kept?: Record<string, string>; answers?: Answer[]; roles?: ('front-office' | 'manager')[] } = {}) {
  const drafts: [string, string | null][] = []
  const registered: Registration[] = []
  const done: string[] = []
  const dropped: string[] = []
  putDesk({
    visits: {
      draft: async () => ({ ok: true, value: options.kept ?? {} }),
      saveDraft: async ({ field, value }) => {
        drafts.push([field, value])
        return { ok: true, value: null }
      },
      dropDraft: async ({ form }) => {
        dropped.push(form)
        return { ok: true, value: null }
      }
    },
    residents: {
      register: async input => {
        registered.push(input)
        return options.answers?.shift() ?? { ok: false, problem: { kind: 'phone-invalid' } }
      }
    }
  })
  await showAtDesk(<NewResident visitId={VISIT} from="" onDone={id => done.push(id)} onCancel={() => {}} />, options.roles)
  await screen.findByLabelText('NIK')
  return { user: userEvent.setup(), drafts, registered, done, dropped }
}

type Open = Awaited<ReturnType<typeof openForm>>

async function fill({ user }: Open, fields: { nik?: string; birth?: string } = {}) {
  await user.type(screen.getByLabelText('NIK'), fields.nik ?? NIK)
  await user.type(screen.getByLabelText(/^Nama lengkap/), 'Siti Aminah')
  await user.click(screen.getByLabelText('Perempuan'))
  if (fields.birth) await user.type(screen.getByLabelText(/^Tanggal lahir/), fields.birth)
  await user.type(screen.getByLabelText(/^Alamat sesuai kartu/), 'Jl. Bahari 7')
  await user.type(screen.getByLabelText('RT'), '3')
}
const save = (open: Open) => open.user.keyboard('{Control>}{Enter}{/Control}')

it('sends a typed day as that day and pads RT to three digits', async () => {
  const open = await openForm()
  await fill(open, { birth: '17081990' })
  await save(open)
  await waitFor(() => expect(open.registered).toHaveLength(1))
  expect(open.registered[0]?.resident).toMatchObject({ nik: NIK, name: 'Siti Aminah', sex: 'female', birthDate: '1990-08-17' })
  expect(open.registered[0]?.resident.address).toMatchObject({ line: 'Jl. Bahari 7', rt: '003', rw: null })
  expect(open.registered[0]?.family).toBeNull()
})

it('makes up no birth date from a NIK: unasked it stays unknown', async () => {
  const open = await openForm()
  await fill(open)
  expect(screen.getByLabelText<HTMLInputElement>(/^Tanggal lahir/).value).toBe('')
  await save(open)
  await waitFor(() => expect(open.registered).toHaveLength(1))
  expect(open.registered[0]?.resident.birthDate).toBeNull()
})

it('offers the day a NIK encodes, and fills it in only when the officer agrees', async () => {
  const open = await openForm()
  await fill(open)
  await open.user.click(screen.getByRole('button', { name: 'Isi tanggal lahir 17 Agustus 1990?' }))
  expect(screen.getByLabelText<HTMLInputElement>(/^Tanggal lahir/).value).toBe('17-08-1990')
  await save(open)
  await waitFor(() => expect(open.registered[0]?.resident.birthDate).toBe('1990-08-17'))
})

it.each(['31/02/1990', '29022023', '17/8/90', 'kemarin'])('refuses the day %s beside its field and sends nothing', async typed => {
  const open = await openForm()
  await fill(open, { birth: typed })
  await save(open)
  expect(await screen.findByText('Periksa tanggalnya, atau kosongkan bila tidak diketahui.')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>(/^Tanggal lahir/).value).toBe(typed)
  expect(open.registered).toHaveLength(0)
})

it('warns of a sex that differs from the NIK and still lets the officer save', async () => {
  const open = await openForm()
  await fill(open)
  await open.user.click(screen.getByLabelText('Laki-laki'))
  expect(screen.getByText('Jenis kelamin berbeda dengan NIK.')).toBeTruthy()
  await save(open)
  await waitFor(() => expect(open.registered[0]?.resident).toMatchObject({ sex: 'male', nik: NIK }))
})

it('blocks a NIK with an impossible day, which only a manager may accept with a reason', async () => {
  const odd = '3324148008900001'
  const clerk = await openForm()
  await fill(clerk, { nik: odd })
  await save(clerk)
  expect(await screen.findByText(/Angka hari lahir di NIK tidak mungkin\..*manajer/)).toBeTruthy()
  expect(screen.queryByLabelText(/^Alasan menerima NIK ini/)).toBeNull()
  expect(clerk.registered).toHaveLength(0)
})

it('lets a manager accept an unlikely NIK with a reason', async () => {
  const manager = await openForm({ roles: ['manager'] })
  await fill(manager, { nik: '3324148008900001' })
  await manager.user.type(screen.getByLabelText(/^Alasan menerima NIK ini/), 'Tertulis begitu di KTP asli')
  await save(manager)
  await waitFor(() => expect(manager.registered[0]?.resident.nikOverrideReason).toBe('Tertulis begitu di KTP asli'))
})

it('says where the number of a passport goes, and that a holder of a KITAP has a NIK', async () => {
  const open = await openForm()
  await fill(open, { nik: 'A12345678' })
  await save(open)
  expect(await screen.findByText(/^NIK harus 16 angka\. Bila itu nomor paspor .* tulis nomornya di Catatan\.$/)).toBeTruthy()
  await open.user.clear(screen.getByLabelText('NIK'))
  await open.user.type(screen.getByRole('combobox', { name: /^Bila tanpa NIK/ }), 'asing{Enter}')
  expect(await screen.findByText(/^Pemegang KITAP punya NIK/)).toBeTruthy()
})

it('asks for a reason when there is no NIK', async () => {
  const open = await openForm()
  await fill(open, { nik: ' ' })
  await save(open)
  expect(await screen.findByText('Isi NIK, atau pilih alasan mengapa tidak ada.')).toBeTruthy()
  expect(open.registered).toHaveLength(0)
})

it('keeps each field of the draft as it was typed, and drops the draft once the person is saved', async () => {
  const open = await openForm({ answers: [{ ok: true, value: { id: KNOWN } as never }] })
  await fill(open, { birth: '17081990' })
  await waitFor(() => expect(new Map(open.drafts).get('rt')).toBe('3'))
  expect(Object.fromEntries(open.drafts)).toMatchObject({
    nik: NIK,
    name: 'Siti Aminah',
    sex: 'female',
    birthDate: '17081990',
    addressLine: 'Jl. Bahari 7'
  })
  await save(open)
  await waitFor(() => expect(open.done).toEqual([KNOWN]))
  await waitFor(() => expect(open.dropped).toEqual(['resident']))
})

it('says how long a text may be that is too long', async () => {
  const open = await openForm({ kept: { name: 'Siti '.repeat(21), birthPlace: 'Kaliwungu '.repeat(21) } })
  await save(open)
  expect(await screen.findByText('Terlalu panjang: paling banyak 100 huruf.')).toBeTruthy()
  expect(open.registered).toHaveLength(0)
})

it('restores what a power cut left and says so', async () => {
  await openForm({ kept: { name: 'Slamet', birthDate: '1708' } })
  expect(screen.getByText(/Draf dipulihkan/)).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>(/^Nama lengkap/).value).toBe('Slamet')
  expect(screen.getByLabelText<HTMLInputElement>(/^Tanggal lahir/).value).toBe('1708')
})

it('shows somebody similar side by side, and registers another person only when told so', async () => {
  const open = await openForm({
    answers: [
      { ok: false, problem: { kind: 'possible-duplicates', candidates: [twin] } },
      { ok: true, value: { id: VISIT } as never }
    ]
  })
  await fill(open, { birth: '17081990' })
  await save(open)
  expect(await screen.findByText('Nama, tanggal lahir, dan desa sama')).toBeTruthy()
  // each digit that differs from what was typed is marked
  expect(screen.getByText((_, element) => element?.tagName === 'SPAN' && element.textContent === '332414******0007')).toBeTruthy()
  // the key that saves was pressed once too often: a question is not answered by it
  await open.user.keyboard('{Control>}{Enter}{/Control}')
  await open.user.click(screen.getByRole('button', { name: /Orang lain/ }))
  await waitFor(() => expect(open.registered[1]?.differentFrom).toEqual([KNOWN]))
  await waitFor(() => expect(open.done).toEqual([VISIT]))
})

it('takes the known person when the officer says that it is them', async () => {
  const open = await openForm({ answers: [{ ok: false, problem: { kind: 'possible-duplicates', candidates: [twin] } }] })
  await fill(open)
  await save(open)
  await open.user.click(await screen.findByRole('button', { name: 'Ini orangnya' }))
  expect(open.done).toEqual([KNOWN])
  expect(open.registered).toHaveLength(1)
})

it('brings the first field that is wrong into sight after each try that was refused there', async () => {
  const open = await openForm()
  await fill(open)
  const line = screen.getByLabelText(/^Alamat sesuai kartu/)
  const note = screen.getByLabelText(/^Catatan/)
  await open.user.clear(line)
  for (const _ of ['once', 'again']) {
    note.focus()
    await open.user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(document.activeElement).toBe(line))
  }
  expect(open.registered).toEqual([])
})
