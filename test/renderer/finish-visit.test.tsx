import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { CaseLine } from '#shared/cases/cases.contract'
import { FinishVisit } from '../../src/renderer/visits/FinishVisit'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

const VISIT = '0199aa00-0000-7000-8000-000000000060'

describe('the end of a visit', () => {
  it('lets whoever was served by mistake, or has gone without a word, wait again', async () => {
    const sent: string[] = []
    putDesk({
      visits: {
        sendBack: async ({ visitId }) => {
          sent.push(visitId)
          return { ok: true, value: { id: visitId, ticket: 'U-003' } as never }
        }
      }
    })
    const { address } = await showAtDesk(<FinishVisit visitId={VISIT} cases={[]} />)
    await userEvent.click(screen.getByRole('button', { name: 'Kembalikan ke antrean' }))
    await screen.findByText('Nomor U-003 menunggu lagi di Hari ini.')
    expect(sent).toEqual([VISIT])
    await waitFor(() => expect(address()).toBe('/'))
  })

  it('keeps at the counter whose case is written down', async () => {
    putDesk({})
    await showAtDesk(<FinishVisit visitId={VISIT} cases={[{ id: VISIT, ending: null, closedAt: null } as CaseLine]} />)
    expect(screen.queryByRole('button', { name: 'Kembalikan ke antrean' })).toBeNull()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Selesaikan kunjungan/ }).disabled).toBe(true)
  })

  it('waits for no ending of a case that was closed on its own page', async () => {
    putDesk({})
    await showAtDesk(<FinishVisit visitId={VISIT} cases={[{ id: VISIT, ending: null, closedAt: 1 } as CaseLine]} />)
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Selesaikan kunjungan/ }).disabled).toBe(false)
  })
})
