import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { Drive, PackRead } from '#shared/sync/sync.contract'
import { StickDialog } from '../../src/renderer/sync/StickDialog'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

const KINGSTON: Drive = { path: 'E:', name: 'KINGSTON', freeBytes: 14_800_000_000 }
const SANDISK: Drive = { path: 'F:', name: 'SANDISK', freeBytes: 900_000 }

async function openWizard(options: { drives?: Drive[]; packs?: PackRead[]; isFull?: boolean } = {}) {
  let drives = options.drives ?? [KINGSTON]
  const written: string[] = []
  let finish = () => {}
  const desk = putDesk({
    sync: {
      drives: async () => ({ ok: true, value: drives }),
      writePack: ({ drive }) => {
        written.push(drive)
        if (options.isFull) return Promise.resolve({ ok: false, problem: { kind: 'drive-full' } })
        return new Promise(resolve => {
          finish = () => resolve({ ok: true, value: { file: 'loket-A-0001.slrt', changes: 1250, bytes: 48_200 } })
        })
      },
      readPacks: async () => ({ ok: true, value: options.packs ?? [] })
    }
  })
  const closed: true[] = []
  await showAtDesk(<StickDialog onClose={() => closed.push(true)} />)
  await screen.findByRole('dialog')
  const plugIn = (...now: Drive[]) => {
    drives = now
    return act(async () => desk.announce({ kind: 'sync-changed' }))
  }
  return { user: userEvent.setup(), written, closed, plugIn, finish: () => act(async () => finish()) }
}
const save = () => screen.getByRole<HTMLButtonElement>('button', { name: /Simpan ke flashdisk/ })

it('waits for a stick and goes on by itself when one is plugged in', async () => {
  const { plugIn } = await openWizard({ drives: [] })
  expect(await screen.findByRole('heading', { name: 'Colokkan flashdisk' })).toBeTruthy()
  expect(save().disabled).toBe(true)
  await plugIn(KINGSTON)
  expect(await screen.findByRole<HTMLInputElement>('radio', { name: /KINGSTON/ }, { timeout: 5000 })).toBeTruthy()
  expect(screen.getByText('E:, sisa 14,8 GB')).toBeTruthy()
  expect(save().disabled).toBe(false)
})

it('saves without a mouse, does not close meanwhile, and tells the file, the count and the size', async () => {
  const { user, written, closed, finish } = await openWizard()
  await screen.findByRole('radio', { name: /KINGSTON/ })
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(await screen.findByText('Sedang menyimpan. Jangan cabut flashdisk.')).toBeTruthy()
  await user.keyboard('{Escape}')
  expect(closed).toEqual([])
  await finish()
  expect(await screen.findByText('loket-A-0001.slrt')).toBeTruthy()
  expect(screen.getByText('1.250')).toBeTruthy()
  expect(screen.getByText('49 kB')).toBeTruthy()
  expect(written).toEqual(['E:'])
  expect(document.activeElement?.textContent).toBe('Tersimpan di flashdisk')
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(closed).toEqual([true])
})

it('takes no other stick in the place of the one that was chosen and pulled out', async () => {
  const { user, plugIn, written } = await openWizard()
  await waitFor(() => expect(save().disabled).toBe(false), { timeout: 5000 })
  await plugIn(KINGSTON, SANDISK)
  await screen.findByRole('radio', { name: /SANDISK/ }, { timeout: 5000 })
  await plugIn(SANDISK)
  await waitFor(() => expect(screen.queryByRole('radio', { name: /KINGSTON/ })).toBeNull(), { timeout: 5000 })
  expect(save().disabled).toBe(true)
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(written).toEqual([])
  await plugIn()
  await screen.findByRole('heading', { name: 'Colokkan flashdisk' }, { timeout: 5000 })
  await plugIn(SANDISK)
  await waitFor(() => expect(save().disabled).toBe(false), { timeout: 5000 })
})

it('guesses none of two sticks', async () => {
  const { user, written } = await openWizard({ drives: [KINGSTON, SANDISK] })
  const second = await screen.findByRole('radio', { name: /SANDISK/ })
  expect(save().disabled).toBe(true)
  await user.click(second)
  await user.click(save())
  await waitFor(() => expect(written).toEqual(['F:']))
})

it('says when the stick is full, and lets another be tried', async () => {
  const { user } = await openWizard({ isFull: true })
  await screen.findByRole('radio', { name: /KINGSTON/ })
  await user.click(save())
  expect(await screen.findByText('Flashdisk ini penuh.')).toBeTruthy()
  expect(save().disabled).toBe(false)
})

it('says of each file on the stick what became of it', async () => {
  const packs: PackRead[] = [
    { file: 'balasan.slrt', outcome: 'taken', changes: 32 },
    { file: 'lama.slrt', outcome: 'nothing-new', changes: 0 },
    { file: 'lain.slrt', outcome: 'not-for-us', changes: 0 },
    { file: 'rusak.slrt', outcome: 'damaged', changes: 0 },
    { file: 'baru.slrt', outcome: 'another-version', changes: 0 },
    { file: 'foto.slrt', outcome: 'not-a-pack', changes: 0 }
  ]
  const { user } = await openWizard({ packs })
  await screen.findByRole('radio', { name: /KINGSTON/ })
  await user.click(screen.getByRole('button', { name: 'Baca dari flashdisk' }))
  await screen.findByText('Diterima, 32 perubahan')
  expect(
    screen
      .getAllByRole('listitem')
      .slice(-6)
      .map(item => item.textContent)
  ).toEqual([
    'balasan.slrtDiterima, 32 perubahan',
    'lama.slrtSudah pernah dibaca, tidak ada yang baru',
    'lain.slrtBukan untuk loket ini, dilewati',
    'rusak.slrtBerkas rusak, tidak ada yang diambil. Minta disimpan ulang',
    'baru.slrtDitulis program versi lain. Perbarui program di loket dan di kabupaten, lalu baca lagi',
    'foto.slrtBukan berkas Loket SLRT, dilewati'
  ])
})

it('says kindly when there is nothing to read', async () => {
  const { user } = await openWizard()
  await screen.findByRole('radio', { name: /KINGSTON/ })
  await user.click(screen.getByRole('button', { name: 'Baca dari flashdisk' }))
  expect(await screen.findByText('Tidak ada balasan kabupaten di flashdisk ini')).toBeTruthy()
})
