import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { Case } from '#shared/cases/case'
import type { ReferralCard } from '#shared/referrals/referrals.contract'
import { CloseCaseDialog } from '../../src/renderer/cases/CloseCaseDialog'
import { AnswerDialog } from '../../src/renderer/referrals/AnswerDialog'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

const found = { id: '0199aa00-0000-7000-8000-000000000040', number: 'SLRT-3324-2611-A-00012' } as Case
const referral = (fields: Partial<ReferralCard>): ReferralCard =>
  ({
    id: '0199aa00-0000-7000-8000-000000000050',
    caseId: found.id,
    organizationName: 'RSUD Kendal',
    caseNumber: found.number,
    residentName: 'Siti Aminah',
    status: 'sent',
    isCaseClosed: false,
    sentAt: null,
    ...fields
  }) as ReferralCard

it('says before a case is closed which agency still owes an answer, and where a death is written down', async () => {
  const answered = referral({ id: '0199aa00-0000-7000-8000-000000000051', organizationName: 'BAZNAS', status: 'completed' })
  putDesk({ referrals: { ofCase: async () => ({ ok: true, value: [referral({}), answered] }) } })
  await showAtDesk(<CloseCaseDialog of={found} presence={null} onClose={() => {}} />)
  expect(await screen.findByText('Belum ada jawaban dari RSUD Kendal')).toBeDefined()
  expect(screen.queryByText(/Catat juga di data warga/)).toBeNull()
  await userEvent.click(screen.getByRole('combobox'))
  await userEvent.click(await screen.findByRole('option', { name: 'Meninggal dunia', hidden: true }))
  expect(screen.getByText(/Catat juga di data warga/)).toBeDefined()
})

it.each([true, false])('says of an answer whether it comes to a case that is closed: %s', async isCaseClosed => {
  putDesk({})
  await showAtDesk(<AnswerDialog referral={referral({ isCaseClosed })} onClose={() => {}} onCase={() => {}} />)
  await screen.findByRole('dialog')
  expect(screen.queryByText('Kasusnya sudah ditutup') !== null).toBe(isCaseClosed)
})

it('puts right what was written of an answer that ended the referral, and says that the answer itself stays', async () => {
  const sent: object[] = []
  const answer = async (input: object) => {
    sent.push(input)
    return { ok: true as const, value: referral({}) }
  }
  putDesk({ referrals: { answer } })
  await showAtDesk(
    <AnswerDialog referral={referral({ status: 'completed', replyNote: 'Sudah dirawat' })} onClose={() => {}} onCase={() => {}} />
  )
  expect(await screen.findByText(/tidak dapat ditarik/)).toBeDefined()
  expect(screen.getByText('Sudah dirawat')).toBeDefined()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /Simpan pembetulan/ }).disabled).toBe(true)
  await userEvent.type(screen.getByRole('textbox', { name: /Pembetulan/ }), 'Keliru lembar')
  await userEvent.click(screen.getByRole('button', { name: /Simpan pembetulan/ }))
  expect(sent).toEqual([{ referralId: referral({}).id, to: 'completed', route: 'return-slip', note: 'Keliru lembar' }])
})
