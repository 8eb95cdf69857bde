import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { BackupState, RestoreTest } from '#shared/backups/backups.contract'
import type { Role } from '#shared/officers/officer'
import { TestReminder } from '../../src/renderer/backups/TestReminder'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

const AT = Date.UTC(2026, 9, 20, 2)
const GOOD: RestoreTest = { at: AT, backup: 'x.backup', isGood: true, changes: 1250, replayed: 3, differences: [], ms: 900 }
const STATE: BackupState = {
  backups: [],
  problem: null,
  lastTest: null,
  testDue: { lastGoodAt: AT, postponed: null },
  isOld: false,
  stick: null,
  stickProblem: null,
  codeMadeAt: null,
  newCodeMadeAt: null,
  secondJournal: null,
  districtSince: null
}

async function atDesk(state: Partial<BackupState> = {}, roles: Role[] = ['supervisor'], tried: RestoreTest = GOOD) {
  const asked: string[] = []
  putDesk({
    backups: {
      state: async () => ({ ok: true, value: { ...STATE, ...state } }),
      test: async () => ({ ok: true, value: tried }),
      postponeTest: async ({ why }) => {
        asked.push(why)
        return { ok: true, value: STATE }
      }
    }
  })
  await showAtDesk(<TestReminder />, roles)
  return { user: userEvent.setup(), asked }
}
const title = 'Sudah waktunya uji pemulihan'

it('says since when none went well, tries one without a mouse, and shows what it has shown', async () => {
  const { user } = await atDesk()
  expect(await screen.findByText(title)).toBeTruthy()
  expect(screen.getByText(/Uji pemulihan yang berhasil terakhir: .*20 Oktober 2026/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Uji sekarang' }))
  expect(await screen.findByText(/Uji pemulihan berhasil/)).toBeTruthy()
  await user.keyboard('{Escape}')
  expect(screen.queryByText(title)).toBeNull()
})

it('is put off only for a reason; going away without one is no answer', async () => {
  const { user, asked } = await atDesk({ testDue: { lastGoodAt: null, postponed: null } })
  expect(await screen.findByText('Di loket ini belum pernah ada uji pemulihan yang berhasil.')).toBeTruthy()
  await user.keyboard('{Escape}')
  expect(await screen.findByText(/Mohon pilih alasannya dahulu/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Tunda satu hari' }))
  expect(asked).toEqual([])
  await user.click(screen.getByRole('radio', { name: 'Antrean panjang' }))
  await user.click(screen.getByRole('button', { name: 'Tunda satu hari' }))
  expect(asked).toEqual(['queue'])
  expect(screen.queryByText(title)).toBeNull()
})

it('keeps a trial that failed in sight, with what to do', async () => {
  const { user } = await atDesk({}, ['administrator'], { ...GOOD, isGood: false })
  await user.click(await screen.findByRole('button', { name: 'Uji sekarang' }))
  expect(await screen.findByText(/Uji pemulihan gagal/)).toBeTruthy()
  expect(screen.getByText(/hubungi administrator hari ini juga/)).toBeTruthy()
})

it.each([
  ['the counter', {}, ['front-office']],
  ['whoever put it off', { testDue: { lastGoodAt: AT, postponed: { until: AT + 1, why: 'queue' } } }, ['supervisor']],
  ['a desk where none is due', { testDue: null }, ['manager']]
] as const)('does not stand before %s', async (_, state, roles) => {
  await atDesk(state, [...roles])
  expect(screen.queryByText(title)).toBeNull()
})
