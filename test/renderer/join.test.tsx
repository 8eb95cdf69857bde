import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { DeskApi } from '#shared/contract'
import type { Role } from '#shared/officers/officer'
import type { SyncStatus } from '#shared/sync/sync.contract'
import { SyncScreen } from '../../src/renderer/sync/SyncScreen'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'
import { statusOf } from './sync-status'

type Wish = Parameters<DeskApi['sync']['join']>[0]
type Answer = Awaited<ReturnType<DeskApi['sync']['join']>>

const alone = statusOf({ link: { kind: 'alone' }, lastContactAt: null })
const joining = statusOf({ link: { kind: 'joining', checkNumber: '042917', server: 'https://slrt.example' } })

/** A desk alone; `become` is what the district's administrator does at the other end. */
async function openAlone(options: { roles?: Role[]; refusal?: Answer; nearby?: Wish; joined?: SyncStatus } = {}) {
  const wishes: Wish[] = []
  let now: SyncStatus = alone
  const desk = putDesk({
    sync: {
      status: async () => ({ ok: true, value: now }),
      nearby: async () => ({ ok: true, value: options.nearby ?? null }),
      queue: async () => ({ ok: true, value: [] }),
      clashes: async () => ({ ok: true, value: [] }),
      join: async wish => {
        wishes.push(wish)
        if (options.refusal) return options.refusal
        now = options.joined ?? joining
        return { ok: true, value: now }
      }
    }
  })
  await showAtDesk(<SyncScreen />, options.roles ?? ['manager'])
  await screen.findByText('Loket ini bekerja sendiri')
  const become = (next: SyncStatus) => {
    now = next
    return act(async () => desk.announce({ kind: 'data-changed', entities: [] }))
  }
  return { user: userEvent.setup(), wishes, become }
}

it('tells an officer who may not join who can', async () => {
  await openAlone({ roles: ['front-office'] })
  expect(screen.getByText(/Manajer atau administrator kantor ini dapat menyambungkan/)).toBeTruthy()
  expect(screen.queryByRole('textbox')).toBeNull()
})

it('joins with an address and a code, shows the number to be read aloud, and goes on when it was compared', async () => {
  const { user, wishes, become } = await openAlone()
  await user.type(screen.getByLabelText(/^Alamat server/), ' https://slrt.example ')
  await user.type(screen.getByLabelText(/^Kode sekali pakai/), 'ABCD-2345')
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect((await screen.findByLabelText('Angka pencocokan')).textContent).toBe('042 917')
  expect(wishes).toEqual([{ server: 'https://slrt.example', code: 'ABCD-2345' }])
  expect(screen.getByText(/Telepon administrator kabupaten dan bacakan/)).toBeTruthy()
  await become(statusOf())
  // asked every two seconds meanwhile
  expect(await screen.findByText('Loket ini tersambung ke Kabupaten Kendal.', {}, { timeout: 5000 })).toBeTruthy()
  expect(screen.getByRole('heading', { name: 'Sambungan ke kabupaten' })).toBeTruthy()
})

it('offers the sample server of this PC in one press, and says that it is joined though no number had to be compared', async () => {
  const nearby = { server: 'http://127.0.0.1:4500', code: 'SAMPLE' }
  const { user, wishes } = await openAlone({ nearby, joined: statusOf() })
  expect(await screen.findByText('Server kabupaten contoh ditemukan di PC ini')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Sambungkan ke server contoh' }))
  expect(await screen.findByText('Loket ini tersambung ke Kabupaten Kendal.')).toBeTruthy()
  expect(wishes).toEqual([nearby])
})

it.each([
  [{ kind: 'code-used' } as const, 'Kode ini sudah dipakai.'],
  [{ kind: 'insecure-address' } as const, 'Alamat ini tidak aman untuk data warga.'],
  [{ kind: 'desk-taken', letter: 'A' } as const, 'Di kabupaten ini sudah ada loket A, dan loket ini juga memakai huruf A.'],
  [{ kind: 'refused-by-server', reason: 'device-known' } as const, 'Server kabupaten menolak loket ini (device-known).']
])('says why %o, and keeps what was typed', async (problem, sentence) => {
  const { user } = await openAlone({ refusal: { ok: false, problem } })
  await user.type(screen.getByLabelText(/^Alamat server/), 'slrt.example')
  await user.type(screen.getByLabelText(/^Kode sekali pakai/), 'ABCD{Enter}')
  expect(await screen.findByText(sentence)).toBeTruthy()
  expect(screen.getByDisplayValue('ABCD')).toBeTruthy()
})
