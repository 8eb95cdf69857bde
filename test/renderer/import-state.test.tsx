import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { ImportState, ListLook, StartOrder } from '#shared/registry/extracts.contract'
import { ImportPreview } from '../../src/renderer/registry/ImportPreview'
import { ImportStateCard } from '../../src/renderer/registry/ImportStateCard'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

const order: StartOrder = {
  file: { place: 'downloads', path: ['warga.csv'] },
  source: 'DTSEN',
  period: '2026-T4',
  takenOn: '2026-10-18',
  villageCode: null,
  columns: { name: 'YBS' },
  kkFromAbove: false,
  isForced: false
}
const looked: ListLook = {
  name: 'warga.xlsx',
  bytes: 100,
  header: ['NO KK', 'NIK', 'NAMA'],
  headerRow: 1,
  examples: [[], [], []],
  columns: { kk: 0, nik: 1, name: 2 },
  gapped: [],
  kkFromAbove: false,
  isRemembered: false,
  isRounded: false
}
const nothing = { onAgain: () => undefined, onOther: () => undefined }
type Refused = Extract<ImportState, { kind: 'refused' }>
const refused = (problem: Refused['problem']): Refused => ({
  kind: 'refused',
  file: 'warga.csv',
  source: 'DTSEN',
  period: '2026-T4',
  problem,
  setAsideFile: null,
  order
})

it('tells of an import that somebody cancelled calmly, and of one that failed with an alarm', async () => {
  putDesk({})
  await showAtDesk(<ImportStateCard state={refused({ kind: 'cancelled' })} {...nothing} />)
  expect(screen.getByRole('status')).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
  await showAtDesk(<ImportStateCard state={refused({ kind: 'file-empty' })} {...nothing} />)
  expect(screen.getByRole('alert')).toBeTruthy()
})

it('lets a list with far fewer people be imported all the same, or its form be gone on with as it was', async () => {
  const started: StartOrder[] = []
  const again: StartOrder[] = []
  putDesk({
    extracts: {
      start: async input => {
        started.push(input)
        return { ok: true, value: { kind: 'idle' } }
      }
    }
  })
  const state = refused({ kind: 'far-fewer-rows', held: 100, kept: 10 })
  await showAtDesk(<ImportStateCard state={state} onAgain={before => again.push(before)} onOther={() => undefined} />)
  await userEvent.click(screen.getByRole('button', { name: 'Kembali ke isian' }))
  expect(again).toEqual([order])
  await userEvent.click(screen.getByRole('button', { name: 'Tetap impor' }))
  expect(started).toEqual([{ ...order, isForced: true }])
})

it('shows what was said of a list before: its source, period, day and columns', async () => {
  putDesk({
    extracts: { look: async () => ({ ok: true, value: { ...looked, header: ['NIK', 'YBS', 'NAMA DESA'], columns: { nik: 0, name: 2 } } }) }
  })
  const before = { ...order, source: 'DTKS' as const, period: '2025-T1' }
  await showAtDesk(
    <ImportPreview file={order.file} before={before} onStarted={() => undefined} onBack={() => undefined} onOther={() => undefined}>
      {null}
    </ImportPreview>
  )
  expect(await screen.findByRole('textbox', { name: /^Periode data/ }, { timeout: 5000 })).toHaveProperty('value', '2025-T1')
  expect(screen.getByRole('radio', { name: 'DTKS' })).toHaveProperty('checked', true)
  expect(screen.getByRole('textbox', { name: /Tanggal data ditarik/ })).toHaveProperty('value', '18-10-2026')
  expect(screen.getByRole('combobox', { name: /^YBS/ })).toHaveProperty('value', 'Nama')
  expect(screen.getByRole('combobox', { name: /^NAMA DESA/ })).toHaveProperty('value', '')
})

it('offers the card from the row above for a village’s own list that leaves gaps below it, and takes nothing for granted', async () => {
  putDesk({
    extracts: { look: async () => ({ ok: true, value: { ...looked, gapped: [0] } }) }
  })
  await showAtDesk(
    <ImportPreview file={order.file} before={null} onStarted={() => undefined} onBack={() => undefined} onOther={() => undefined}>
      {null}
    </ImportPreview>
  )
  await screen.findByRole('radio', { name: 'DTSEN' }, { timeout: 5000 })
  expect(screen.queryByRole('checkbox', { name: /baris pertama tiap keluarga/ })).toBeNull()
  await userEvent.click(screen.getByRole('radio', { name: 'Daftar desa' }))
  expect(screen.getByRole('checkbox', { name: /baris pertama tiap keluarga/ })).toHaveProperty('checked', false)
})

it('says beside the form what is lacking while a list cannot be imported yet', async () => {
  putDesk({ extracts: { look: async () => ({ ok: true, value: looked }) } })
  await showAtDesk(
    <ImportPreview file={order.file} before={null} onStarted={() => undefined} onBack={() => undefined} onOther={() => undefined}>
      {null}
    </ImportPreview>
  )
  await userEvent.click(await screen.findByRole('radio', { name: 'Daftar desa' }, { timeout: 5000 }))
  expect(screen.getByText(/Periode data, Daftar milik desa\.$/).role).toBe('status')
  await userEvent.type(screen.getByRole('textbox', { name: /^Periode data/ }), '2026-11')
  expect(screen.getByText(/dengan benar: Daftar milik desa\.$/)).toBeTruthy()
  await userEvent.click(screen.getByRole('radio', { name: 'DTSEN' }))
  expect(screen.queryByText(/Belum dapat diimpor/)).toBeNull()
})
