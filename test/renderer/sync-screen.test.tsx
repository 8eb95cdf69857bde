import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { DeskApi } from '#shared/contract'
import type { LetterCard } from '#shared/letters/letters.contract'
import type { ClashCard, QueueItem, SyncStatus } from '#shared/sync/sync.contract'
import { SyncScreen } from '../../src/renderer/sync/SyncScreen'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'
import { statusOf } from './sync-status'

const id = (n: number) => `0199aa00-0000-7000-8000-0000000000${n}`
const AT = Date.UTC(2026, 10, 23, 2, 30)

const refused: QueueItem = {
  change: 'd.1.7',
  at: AT,
  officerName: 'Contoh Ratna',
  records: [
    { entity: 'resident', id: id(31), title: 'Siti Aminah' },
    { entity: 'membership', id: id(32), title: 'Istri' }
  ],
  state: 'refused',
  reason: 'number-taken'
}
const fresh = (n: number): QueueItem => ({
  change: `d.1.${n}`,
  at: AT,
  officerName: null,
  records: [{ entity: 'case', id: id(40), title: `SLRT-${n}` }],
  state: 'new',
  reason: null
})
const clash: ClashCard = {
  entity: 'resident',
  id: id(31),
  change: 'd.1.9',
  kind: 'field-moved-on',
  title: 'Siti Aminah',
  fields: [
    { field: 'birthDate', standing: '1990-08-17', wished: '1991-08-17' },
    { field: 'maritalStatus', standing: 'married', wished: null }
  ],
  wishedBy: { officerName: 'Contoh Bagus', deskCode: 'B', at: AT, clock: { kind: 'wrong', ahead: 3 * 3_600_000 - 40 } },
  standingBy: { officerName: 'Contoh Ratna', deskCode: 'A', at: AT, clock: { kind: 'exact' } },
  standingIn: { birthDate: 'd.1.4', maritalStatus: 'd.1.4' },
  parent: null,
  isMine: false
}

it('offers to change the address of the server to who may, says why one was not taken, and keeps it typed', async () => {
  const tried: string[] = []
  putDesk({
    sync: {
      status: async () => ({ ok: true, value: statusOf() }),
      queue: async () => ({ ok: true, value: [] }),
      clashes: async () => ({ ok: true, value: [] }),
      moveServer: async ({ server }) => {
        tried.push(server)
        return tried.length === 1 ? { ok: false, problem: { kind: 'other-district' } } : { ok: true, value: statusOf() }
      }
    }
  })
  await showAtDesk(<SyncScreen />, ['manager'])
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'Ubah alamat' }))
  const dialog = within(await screen.findByRole('dialog'))
  const field = dialog.getByRole('textbox')
  expect((field as HTMLInputElement).value).toBe('https://slrt.example')
  await user.clear(field)
  await user.type(field, 'baru.example{Enter}')
  expect(await dialog.findByText(/bukan server kabupaten ini/)).toBeTruthy()
  expect((field as HTMLInputElement).value).toBe('baru.example')
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(await screen.findByText('Alamat server kabupaten sudah diubah.')).toBeTruthy()
  expect(tried).toEqual(['baru.example', 'baru.example'])
})

it('offers to join again, with the code alone, where the server knows this desk no more', async () => {
  const wishes: object[] = []
  const forgotten = statusOf({ problem: { kind: 'turned-away', reason: 'unknown-device' } })
  putDesk({
    sync: {
      status: async () => ({ ok: true, value: forgotten }),
      queue: async () => ({ ok: true, value: [] }),
      clashes: async () => ({ ok: true, value: [] }),
      join: async wish => {
        wishes.push(wish)
        return { ok: true, value: forgotten }
      }
    }
  })
  await showAtDesk(<SyncScreen />, ['manager'])
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'Sambungkan lagi' }))
  await user.type(within(await screen.findByRole('dialog')).getByRole('textbox'), 'ABCDE-FGHJK{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(wishes).toEqual([{ server: 'https://slrt.example', code: 'ABCDE-FGHJK' }])
})

it('offers to change the address to nobody else', async () => {
  await openScreen()
  expect(screen.queryByRole('button', { name: 'Ubah alamat' })).toBeNull()
})

type Options = { queue?: QueueItem[]; clashes?: ClashCard[]; status?: Partial<SyncStatus>; letters?: Partial<DeskApi['letters']> }

async function openScreen({ queue = [], clashes = [], status = {}, letters = {} }: Options = {}) {
  const replaced: Parameters<DeskApi['sync']['replace']>[0][] = []
  const resolved: Parameters<DeskApi['sync']['resolve']>[0][] = []
  let left = queue
  let open = clashes
  putDesk({
    letters,
    sync: {
      status: async () => ({ ok: true, value: statusOf(status) }),
      queue: async () => ({ ok: true, value: left }),
      clashes: async () => ({ ok: true, value: open }),
      replace: async input => {
        replaced.push(input)
        left = left.filter(item => item.change !== input.change)
        return { ok: true, value: null }
      },
      resolve: async input => {
        resolved.push(input)
        open = open.filter(one => one.change !== input.change)
        return { ok: true, value: null }
      },
      nearby: async () => ({ ok: true, value: null })
    }
  })
  const desk = await showAtDesk(<SyncScreen />)
  await screen.findByRole('heading', { name: 'Sinkronisasi' })
  return { user: userEvent.setup(), desk, replaced, resolved }
}

it('is kind when nothing is left to do', async () => {
  await openScreen()
  for (const words of ['Tidak ada yang dikembalikan', 'Tidak ada yang bertentangan', 'Semua sudah dikirim'])
    expect(await screen.findByText(words)).toBeTruthy()
  expect(screen.getByText('23 November 2026, 08.15 WIB')).toBeTruthy()
  expect(screen.getByText('no. 1.234')).toBeTruthy()
})

it('shows so much as can be looked at in one go, says how much there is in all, and sends what is in sight again at once', async () => {
  const back = (n: number): QueueItem => ({ ...refused, change: `d.1.${n}`, reason: 'not-allowed' })
  const queue = [...Array.from({ length: 50 }, (_, n) => back(100 + n)), fresh(300)]
  const clashes = Array.from({ length: 30 }, (_, n) => ({ ...clash, change: `d.1.${n}`, isMine: n === 29 }))
  const { user, replaced } = await openScreen({ queue, clashes, status: { refused: 260, unsent: 1_300 } })
  expect(await screen.findByText('dan 240 lagi; yang berikutnya muncul bila yang di atas selesai')).toBeTruthy()
  expect(screen.getByText('260')).toBeTruthy()
  expect(screen.getByText('dan 10 lagi; yang berikutnya muncul bila yang di atas selesai')).toBeTruthy()
  expect(screen.getByText('dan 1.299 lagi')).toBeTruthy()
  expect(screen.getByText('Kasus SLRT-300')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Ajukan lagi 20 perubahan ini atas nama saya' }))
  expect(await screen.findByText('20 perubahan diajukan lagi atas nama Anda.')).toBeTruthy()
  expect(replaced).toEqual(queue.slice(0, 20).map(({ change }) => ({ change, how: 'again' })))
})

it('offers to issue a letter anew whose number another has, not to send it again, and says first who has the old paper', async () => {
  const number = '400.7/001/SLRT-A/XI/2026'
  const letter: QueueItem = { ...refused, records: [{ entity: 'letter', id: id(33), title: number }] }
  const asked: object[] = []
  const old = {
    letter: { id: id(33), number },
    attempts: [],
    copies: [],
    handOvers: [{ receivedBy: 'Siti Aminah' }]
  } as unknown as LetterCard
  const letters: Partial<DeskApi['letters']> = {
    get: async () => ({ ok: true, value: old }),
    issueAnew: async order => {
      asked.push(order)
      if (asked.length === 1) return { ok: false, problem: { kind: 'date-before-last', lastIssuedOn: '2026-11-24' } }
      return { ok: true, value: { ...old.letter, id: id(34), number: '400.7/002/SLRT-A/XI/2026' } }
    }
  }
  const { user, desk } = await openScreen({ queue: [letter], status: { refused: 1 }, letters })
  expect(screen.queryByRole('button', { name: /Ajukan lagi/ })).toBeNull()
  await user.click(await screen.findByRole('button', { name: 'Terbitkan ulang dengan nomor berikutnya' }))
  expect(await screen.findByText(/Lembar yang lama ada pada Siti Aminah/)).toBeTruthy()
  await user.keyboard('{Control>}{Enter}{/Control}')
  await user.click(await screen.findByRole('button', { name: /Tanggal hari ini benar/ }))
  expect(await screen.findByText(/Surat 400.7\/002\/SLRT-A\/XI\/2026 terbit sebagai pengganti 400.7\/001/)).toBeTruthy()
  expect(asked.at(-1)).toEqual({ change: letter.change, inSpiteOf: null, isDateConfirmed: true })
  expect(desk.address()).toBe(`/letters/${id(34)}`)
})

it('keeps a letter in the book as void when it is cancelled because another has its number', async () => {
  const letter: QueueItem = { ...refused, records: [{ entity: 'letter', id: id(33), title: '400.7/001/SLRT-A/XI/2026' }] }
  const { user, replaced } = await openScreen({ queue: [letter], status: { refused: 1 } })
  await user.click(await screen.findByRole('button', { name: 'Batalkan perubahan ini' }))
  expect(await screen.findByText(/tetap tercatat di buku dengan alasannya/)).toBeTruthy()
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(replaced).toEqual([{ change: letter.change, how: 'take-back' }]))
})

it('says why a change came back, in whose name, and opens what it touches', async () => {
  const { user, desk } = await openScreen({ queue: [refused] })
  expect(await screen.findByText('Nomor, kode, atau nama ini sudah dipakai catatan lain di kabupaten.')).toBeTruthy()
  expect(screen.getByText('Contoh Ratna, 23 November 2026, 09.30 WIB')).toBeTruthy()
  expect(screen.getByText('Anggota keluarga Istri')).toBeTruthy()
  await user.click(screen.getByRole('link', { name: 'Warga Siti Aminah' }))
  await waitFor(() => expect(desk.address()).toBe(`/residents/${id(31)}`))
})

it('submits a refused change again in the name of who is signed in', async () => {
  const { user, replaced } = await openScreen({ queue: [refused] })
  await user.click(await screen.findByRole('button', { name: 'Ajukan lagi atas nama saya' }))
  expect(await screen.findByText('Tidak ada yang dikembalikan')).toBeTruthy()
  expect(replaced).toEqual([{ change: 'd.1.7', how: 'again' }])
  expect(document.activeElement).not.toBe(document.body)
})

it('takes a refused change back only after asking', async () => {
  const { user, replaced } = await openScreen({ queue: [refused] })
  await user.click(await screen.findByRole('button', { name: 'Batalkan perubahan ini' }))
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByText(/Jejaknya tetap tersimpan/)).toBeTruthy()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(replaced).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Batalkan perubahan ini' }))
  await screen.findByRole('dialog')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(replaced).toEqual([{ change: 'd.1.7', how: 'take-back' }]))
})

it('lists what is unsent with its count, the oldest of it, and what waits for another desk apart', async () => {
  const queue = [...Array.from({ length: 50 }, (_, n) => fresh(n + 10)), { ...fresh(90), state: 'waiting' as const }]
  await openScreen({ queue, status: { unsent: 60, oldestUnsentAt: AT, waiting: 1 } })
  expect(await screen.findByText('60 belum terkirim, yang terbaru di bawah')).toBeTruthy()
  expect(screen.getByText('dan 10 lagi')).toBeTruthy()
  expect(screen.getByText('Menunggu data dari loket lain')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Kasus SLRT-90' })).toBeTruthy()
})

it('asks of a status for one step, with all that was said with it', async () => {
  const step: ClashCard = {
    ...clash,
    entity: 'referral',
    id: id(33),
    kind: 'status-moved-on',
    title: 'SLRT-3324-2611-A-00001',
    fields: [
      { field: 'replyNote', standing: 'sembuh', wished: 'kamar penuh' },
      { field: 'status', standing: 'completed', wished: 'declined' }
    ]
  }
  const { user, resolved } = await openScreen({ clashes: [step] })
  const choice = await screen.findByRole('group', { name: 'Langkah mana yang berlaku?' })
  await user.click(within(choice).getByRole('radio', { name: /Ditolak instansi.*kamar penuh/ }))
  await user.click(screen.getByRole('button', { name: 'Simpan keputusan' }))
  expect(resolved[0]?.choices).toEqual({ replyNote: 'wished', status: 'wished' })
})

it('leads from a decision about a referral to its case', async () => {
  const { user, desk } = await openScreen({
    clashes: [{ ...clash, entity: 'referral', title: 'SLRT-7', parent: { entity: 'case', id: id(40) } }]
  })
  await user.click(await screen.findByRole('link', { name: 'Rujukan SLRT-7' }))
  await waitFor(() => expect(desk.address()).toBe(`/cases/${id(40)}`))
})

it('shows both values with who wrote them and how sure the time is, and settles them field by field without a mouse', async () => {
  const { user, resolved } = await openScreen({ clashes: [clash] })
  expect(await screen.findByText('Contoh Bagus, loket B, 23 November 2026, 09.30 WIB (jam komputer itu 3 jam terlalu maju)')).toBeTruthy()
  expect(screen.getByText('Contoh Ratna, loket A, 23 November 2026, 09.30 WIB (jam cocok)')).toBeTruthy()
  const born = screen.getByRole('group', { name: 'Mana yang benar: Tanggal lahir?' })
  const married = screen.getByRole('group', { name: 'Mana yang benar: Status kawin?' })
  expect(within(born).getByText('17 Agustus 1991')).toBeTruthy()
  expect(within(married).getByText('Kawin')).toBeTruthy()
  expect(within(married).getByText('(kosong)')).toBeTruthy()
  const save = screen.getByRole<HTMLButtonElement>('button', { name: 'Simpan keputusan' })
  expect(save.disabled).toBe(true)

  within(born).getAllByRole('radio')[0]?.focus()
  await user.keyboard(' {ArrowRight}{Tab} ')
  expect(save.disabled).toBe(false)
  await user.keyboard('{Enter}')
  await waitFor(() =>
    expect(resolved).toEqual([
      {
        entity: 'resident',
        id: id(31),
        change: 'd.1.9',
        standingIn: clash.standingIn,
        choices: { birthDate: 'wished', maritalStatus: 'standing' }
      }
    ])
  )
  expect(await screen.findByText('Tidak ada yang bertentangan')).toBeTruthy()
})

it('puts the records first that the officer looks after', async () => {
  const mine = { ...clash, change: 'd.1.10', title: 'Slamet Riyadi', isMine: true }
  await openScreen({ clashes: [clash, mine] })
  await screen.findByText('Tanggung jawab Anda')
  expect(screen.getAllByRole('form').map(form => form.getAttribute('aria-label'))).toEqual(['Slamet Riyadi', 'Siti Aminah'])
})

it('asks for no choice where there is none, and lets it be put away', async () => {
  const gone: ClashCard = { ...clash, kind: 'gone', fields: [{ field: 'phone', standing: null, wished: '+6281234567890' }] }
  const { user, resolved } = await openScreen({ clashes: [gone] })
  expect(await screen.findByText('0812-3456-7890')).toBeTruthy()
  expect(screen.queryByRole('radio')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Sudah saya baca' }))
  await waitFor(() => expect(resolved[0]?.choices).toEqual({ phone: 'standing' }))
})

it.each<[Partial<SyncStatus>, RegExp]>([
  [{ problem: { kind: 'not-the-server' } }, /Biasanya ini halaman masuk Wi-Fi/],
  [{ problem: { kind: 'turned-away', reason: 'frozen' } }, /pernah disalin atau dipulihkan/],
  [{ numbering: 'held' }, /Sambungkan sekali ke kabupaten/],
  [{ numbering: 'lost' }, /membuka buku nomor surat yang baru/],
  [{ isTalking: true, unsent: 12, oldestUnsentAt: AT }, /sisa 12 perubahan/]
])('says what to do when the state is %o', async (status, sentence) => {
  await openScreen({ status })
  expect(await screen.findByText(sentence)).toBeTruthy()
})

it('reads again when the desk says that something came or went', async () => {
  let clashes: ClashCard[] = []
  const desk = putDesk({
    office: { state: async () => ({ ok: false, problem: { kind: 'unexpected', reference: 'x' } }) },
    sync: {
      status: async () => ({ ok: true, value: statusOf({ clashes: clashes.length }) }),
      queue: async () => ({ ok: true, value: [] }),
      clashes: async () => ({ ok: true, value: clashes })
    }
  })
  const { App } = await import('../../src/renderer/App')
  await showAtDesk(
    <>
      <App />
      <SyncScreen />
    </>
  )
  await screen.findByText('Tidak ada yang bertentangan')
  clashes = [clash]
  await act(async () => desk.announce({ kind: 'sync-changed' }))
  expect(await screen.findByRole('form', { name: 'Siti Aminah' })).toBeTruthy()
})
