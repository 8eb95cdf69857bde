import { useQueryClient } from '@tanstack/react-query'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { api } from '../../src/renderer/api'
import { readAgain, useCall } from '../../src/renderer/use-call'
import { putDesk } from './fake-desk'
import { show } from './show'

const CASE = '0199aa00-0000-7000-8000-000000000001'

function Reader({ isAskedAnew }: { isAskedAnew: boolean }) {
  const { value } = useCall(api.referrals.ofCase, { caseId: CASE }, { isAskedAnew })
  return <p>{value ? `${value.length} rujukan` : 'belum terjawab'}</p>
}

it('gives a form that begins with an answer none from before it was opened', async () => {
  const second = Promise.withResolvers<never>()
  const answers = [Promise.resolve({ ok: true, value: [] } as never), second.promise]
  putDesk({ referrals: { ofCase: async () => (await answers.shift()) as never } })
  function Screen() {
    const [isForm, setForm] = useState(false)
    return (
      <>
        <Reader key={String(isForm)} isAskedAnew={isForm} />
        <button type="button" onClick={() => setForm(true)}>
          Tulis surat
        </button>
      </>
    )
  }
  show(<Screen />)
  await screen.findByText('0 rujukan')
  await userEvent.click(screen.getByRole('button', { name: 'Tulis surat' }))
  expect(screen.getByText('belum terjawab')).toBeDefined()
  second.resolve({ ok: true, value: [{}] } as never)
  expect(await screen.findByText('1 rujukan')).toBeDefined()
})

it('asks once more when something changed before the first answer came', async () => {
  const first = Promise.withResolvers<never>()
  const answers = [first.promise, Promise.resolve({ ok: true, value: [{}] } as never)]
  putDesk({ referrals: { ofCase: async () => (await answers.shift()) as never } })
  function Screen() {
    const queries = useQueryClient()
    return (
      <>
        <Reader isAskedAnew={false} />
        <button type="button" onClick={() => void readAgain(queries)}>
          Ada perubahan
        </button>
      </>
    )
  }
  show(<Screen />)
  await userEvent.click(screen.getByRole('button', { name: 'Ada perubahan' }))
  first.resolve({ ok: true, value: [] } as never)
  expect(await screen.findByText('1 rujukan')).toBeDefined()
  expect(answers).toEqual([])
})
