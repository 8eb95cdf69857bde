import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { DeskApi } from '#shared/contract'
import type { Resident } from '#shared/residents/resident'
import type { ResidentCard } from '#shared/residents/residents.contract'
import type { Hit } from '#shared/search/search.contract'
import { PairsPart } from '../../src/renderer/quality/PairsPart'
import { CorrectResident } from '../../src/renderer/residents/CorrectResident'
import { MergeDialog } from '../../src/renderer/residents/MergeDialog'
import { MergedNotices } from '../../src/renderer/residents/MergedNotices'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

const id = (n: number) => `0199aa00-0000-7000-8000-0000000000${n}`

const person = (n: number, name: string): Resident => ({
  id: id(n),
  name,
  nik: n === 31 ? '3324145708900001' : null,
  noNikReason: n === 31 ? null : 'forgotten',
  provisionalId: n === 31 ? null : 'TNIK-3324-26-7',
  nikOverrideReason: null,
  sex: 'female',
  birthPlace: 'Kendal',
  birthDate: '1990-08-17',
  religion: null,
  maritalStatus: null,
  occupation: null,
  motherName: 'Sumarni',
  phone: null,
  phoneOwner: null,
  address: { line: 'Dusun Krajan', rt: null, rw: null, villageCode: null, postcode: null },
  domicile: null,
  note: null,
  mergedInto: null
})
const cardOf = (resident: Resident): ResidentCard => ({ resident, areaLine: 'Desa Kebonharjo', family: null, isOutsideDistrict: false })
const siti = person(31, 'Siti Aminah')
const sitti = person(32, 'Sitti Aminah')
const hitOf = ({ id: residentId, name }: Resident): Hit => ({
  kind: 'resident',
  residentId,
  name,
  nikMasked: null,
  birthDate: '1990-08-17',
  areaLine: 'Desa Kebonharjo',
  presence: null,
  openCases: 0,
  listedIn: null,
  family: null,
  why: 'name',
  alsoFits: []
})

async function openMerge(answer: Awaited<ReturnType<DeskApi['residents']['merge']>> = { ok: true, value: siti }) {
  const merges: Parameters<DeskApi['residents']['merge']>[0][] = []
  putDesk({
    search: { find: async () => ({ ok: true, value: [hitOf(siti), hitOf(sitti)] }) },
    residents: {
      get: async ({ residentId }) => ({ ok: true, value: cardOf(residentId === sitti.id ? sitti : siti) }),
      merge: async input => {
        merges.push(input)
        return answer
      }
    }
  })
  const stays: string[] = []
  await showAtDesk(<MergeDialog card={cardOf(siti)} onMerged={one => stays.push(one)} onClose={() => {}} />, ['manager'])
  const user = userEvent.setup()
  await user.type(await screen.findByRole('combobox'), 'siti')
  await screen.findByText('Sitti Aminah')
  return { user, merges, stays }
}

it('finds the other record, shows both, and merges into the one that was chosen, all by keyboard', async () => {
  const { user, merges, stays } = await openMerge()
  expect(screen.queryByText(/Daftarkan warga baru/)).toBeNull()
  await user.keyboard('{ArrowDown}{Enter}')
  expect(await screen.findByText('TNIK-3324-26-7')).toBeTruthy()
  // a NIK that is one digit off is told from the other only where all its digits stand
  expect(screen.getByText('332414 · 570890 · 0001')).toBeTruthy()
  expect(screen.getByText(/Tidak ada yang dihapus, dan gabungan dapat dipisahkan lagi/)).toBeTruthy()
  const deed = screen.getByRole<HTMLButtonElement>('button', { name: /^Gabungkan/ })
  expect(deed.disabled).toBe(true)
  await user.keyboard(' ')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(stays).toEqual([siti.id]))
  expect(merges).toEqual([{ residentId: sitti.id, into: siti.id, takeOver: [] }])
})

it('shows what only the record that goes knows, and takes over what nobody leaves', async () => {
  const merges: Parameters<DeskApi['residents']['merge']>[0][] = []
  const other = { ...sitti, motherName: null, phone: '+6281234567890', phoneOwner: 'self' as const, occupation: 'Petani' }
  putDesk({
    residents: {
      get: async () => ({ ok: true, value: cardOf(other) }),
      merge: async input => {
        merges.push(input)
        return { ok: true, value: other }
      }
    }
  })
  await showAtDesk(<MergeDialog card={cardOf(siti)} otherId={other.id} onMerged={() => {}} onClose={() => {}} />, ['manager'])
  const user = userEvent.setup()
  await user.click(await screen.findByRole('radio', { name: /Sitti Aminah/ }))
  expect(screen.getAllByRole('checkbox').map(box => box.closest('label')?.textContent)).toEqual(['Nama ibu kandung: Sumarni'])
  await user.click(screen.getByRole('radio', { name: /^Siti Aminah/ }))
  const phone = screen.getByRole<HTMLInputElement>('checkbox', { name: /^Telepon: / })
  expect(phone.checked).toBe(true)
  await user.click(screen.getByRole('checkbox', { name: 'Pekerjaan: Petani' }))
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(merges).toEqual([{ residentId: other.id, into: siti.id, takeOver: ['phone'] }]))
})

it('asks which record stays, though the pair has left the list of those that nobody judged', async () => {
  const judged: Parameters<DeskApi['pairs']['judge']>[0][] = []
  const pair = {
    residentId: siti.id,
    otherId: sitti.id,
    name: siti.name,
    otherName: sitti.name,
    areaLine: '',
    otherAreaLine: '',
    match: null
  }
  const desk = putDesk({
    pairs: {
      counts: async () => ({ ok: true, value: { open: 1, unsure: 0, wanted: judged.length, isSearching: false } }),
      list: async () => ({ ok: true, value: { lines: judged.length > 0 ? [] : [pair], next: null } }),
      compare: async () => ({ ok: true, value: { match: null, judgements: [] } }),
      judge: async input => {
        judged.push(input)
        desk.announce({ kind: 'data-changed', entities: ['pairJudgement'] })
        return { ok: true, value: null }
      }
    },
    residents: { get: async ({ residentId }) => ({ ok: true, value: cardOf(residentId === sitti.id ? sitti : siti) }) }
  })
  await showAtDesk(<PairsPart list="open" onList={() => {}} />, ['manager'])
  await userEvent.click(await screen.findByRole('button', { name: /^Orang yang sama/ }, { timeout: 5000 }))
  await screen.findByText('Tidak ada pasangan di daftar ini', {}, { timeout: 5000 })
  expect(await screen.findByRole('dialog', { name: /^Gabungkan Siti Aminah/ }, { timeout: 5000 })).toBeTruthy()
  expect(judged).toMatchObject([{ verdict: 'same' }])
})

it('does not merge a record with itself', async () => {
  const { user, merges } = await openMerge()
  await user.keyboard('{Enter}')
  expect(await screen.findByText('Itu data yang sama. Pilih data warga yang lain.')).toBeTruthy()
  expect(merges).toEqual([])
})

it('says why the desk refused', async () => {
  const { user, stays } = await openMerge({ ok: false, problem: { kind: 'already-merged' } })
  await user.keyboard('{ArrowDown}{Enter}')
  await user.click(await screen.findByRole('radio', { name: /Sitti Aminah/ }))
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(await screen.findByText('Salah satu data warga ini sudah digabungkan.')).toBeTruthy()
  expect(stays).toEqual([])
})

it('leads from a merged record to where it is shown now', async () => {
  putDesk({ residents: { mergedInto: async () => ({ ok: true, value: [] }) } })
  const desk = await showAtDesk(<MergedNotices resident={{ ...sitti, mergedInto: siti.id }} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Buka data gabungan' }))
  await waitFor(() => expect(desk.address()).toBe(`/residents/${siti.id}`))
  expect(screen.queryByRole('button', { name: 'Pisahkan lagi' })).toBeNull()
})

it('opens a record that was found to be this one, to look at what it said', async () => {
  putDesk({ residents: { mergedInto: async () => ({ ok: true, value: [{ residentId: sitti.id, name: sitti.name }] }) } })
  const desk = await showAtDesk(<MergedNotices resident={siti} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Lihat datanya' }))
  await waitFor(() => expect(desk.address()).toBe(`/residents/${sitti.id}`))
})

it('asks to merge where the NIK of a record that is corrected is of the same person’s other record', async () => {
  const judged: Parameters<DeskApi['pairs']['judge']>[0][] = []
  putDesk({
    residents: { correct: async () => ({ ok: false, problem: { kind: 'nik-taken', residentId: siti.id, name: siti.name } }) },
    pairs: {
      judge: async input => {
        judged.push(input)
        return { ok: true, value: null }
      }
    }
  })
  let isDone = false
  const finish = () => {
    isDone = true
  }
  await showAtDesk(<CorrectResident resident={sitti} onDone={finish} onTaken={() => {}} />)
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(await screen.findByRole('button', { name: 'Buka data Siti Aminah' })).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Orang yang sama, minta digabungkan' }))
  await waitFor(() => expect(isDone).toBe(true))
  expect(judged).toEqual([{ residentId: sitti.id, otherId: siti.id, verdict: 'same' }])
})
