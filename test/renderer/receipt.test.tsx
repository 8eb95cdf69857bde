import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Receipt } from '#shared/sync/sync.contract'
import { ReceiptLine } from '../../src/renderer/sync/ReceiptLine'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

const showReceipt = async (receipt: Receipt | null) => {
  putDesk({ sync: { receipt: async () => ({ ok: true, value: receipt }) } })
  await showAtDesk(<ReceiptLine entity="case" id="0199aa00-0000-7000-8000-000000000040" />)
}

it.each<[Receipt, string]>([
  [{ kind: 'here' }, 'Tersimpan di sini'],
  [{ kind: 'fed', feed: 1234 }, 'Diterima kabupaten no. 1.234'],
  [{ kind: 'waiting' }, 'Di kabupaten, menunggu data dari loket lain']
])('says of %o where the record stands', async (receipt, sentence) => {
  await showReceipt(receipt)
  expect(await screen.findByText(sentence)).toBeTruthy()
  expect(screen.queryByRole('link')).toBeNull()
})

it('leads from a record that came back to where it is put right', async () => {
  await showReceipt({ kind: 'refused', change: 'd.1.7', reason: 'not-allowed' })
  const link = await screen.findByRole('link', { name: /^Perlu diperbaiki: Petugas yang mencatat tidak berwenang/ })
  expect(link.getAttribute('href')).toBe('/sync')
})

it('says nothing on a desk without a district', async () => {
  await showReceipt(null)
  expect(screen.getByTestId('desk').textContent).toBe('')
})
