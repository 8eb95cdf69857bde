import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { Rebuilt } from '#shared/recovery/recovery.contract'
import { FromStickDialog } from '../../src/renderer/office/FromStickDialog'
import { putDesk } from './fake-desk'
import { show } from './show'

const CODE = '6X0B-BWE3-25V3-5JJH-1TX6-FS82-ENJP'
const REBUILT: Rebuilt = { source: 'backup', madeAt: Date.UTC(2026, 10, 23), changes: 7, replayed: 0, lost: 1, setAside: '/data/rusak' }

it('restores the copies of a lost PC from the stick that is in, with the code typed once', async () => {
  const asked: string[] = []
  const said: (Rebuilt | 'closed')[] = []
  putDesk({
    recovery: {
      onSticks: async () => ({ ok: true, value: [{ drive: 'E:', name: 'KINGSTON', folder: '686eff4d', madeAt: Date.UTC(2026, 10, 23) }] }),
      fromStick: async ({ drive, folder, code }) => {
        asked.push(`fetch ${drive} ${folder}`)
        return code === CODE ? { ok: true, value: null } : { ok: false, problem: { kind: 'wrong-code' } }
      },
      enterCode: async ({ code }) => {
        asked.push(`enter ${code}`)
        return { ok: false, problem: { kind: 'still-closed', reason: 'database-missing' } }
      },
      restore: async () => {
        asked.push('restore')
        return { ok: true, value: REBUILT }
      }
    }
  })
  const onClosed = async () => void said.push('closed')
  show(<FromStickDialog onRebuilt={rebuilt => said.push(rebuilt)} onClosed={onClosed} onClose={() => undefined} />)
  const user = userEvent.setup()
  expect(await screen.findByText('KINGSTON, loket 686eff4d')).toBeTruthy()
  const field = screen.getByLabelText(/Kode pemulihan/)
  await user.type(field, 'salah')
  await user.click(screen.getByRole('button', { name: /Pulihkan sekarang/ }))
  expect(await screen.findByText('Kode pemulihan ini belum cocok.')).toBeTruthy()
  expect(said).toEqual([])
  await user.clear(field)
  await user.type(field, CODE)
  await user.click(screen.getByRole('button', { name: /Pulihkan sekarang/ }))
  await waitFor(() => expect(said).toEqual([REBUILT, 'closed']))
  expect(asked).toEqual(['fetch E: 686eff4d', 'fetch E: 686eff4d', `enter ${CODE}`, 'restore'])
})
