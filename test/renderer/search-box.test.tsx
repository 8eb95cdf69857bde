import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { Hit } from '#shared/search/search.contract'
import { ResidentSearch } from '../../src/renderer/residents/ResidentSearch'
import { SearchBox } from '../../src/renderer/search/SearchBox'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

const person = (name: string, n: number): Hit => ({
  kind: 'resident',
  residentId: `0199aa00-0000-7000-8000-00000000003${n}`,
  name,
  nikMasked: '332414******0001',
  birthDate: null,
  areaLine: 'Desa Lanji',
  presence: null,
  openCases: 0,
  listedIn: null,
  family: null,
  why: 'name',
  alsoFits: []
})
const oneCase: Hit = {
  kind: 'case',
  caseId: '0199aa00-0000-7000-8000-000000000040',
  visitId: '0199aa00-0000-7000-8000-000000000041',
  number: 'SLRT-3324-2611-A-00012',
  residentName: 'Siti',
  status: 'registered',
  family: null,
  why: 'case-number'
}

/** A desk that answers each question when the test says so. */
function slowDesk() {
  const asked = new Map<string, (hits: Hit[]) => void>()
  putDesk({ search: { find: ({ text }) => new Promise(resolve => asked.set(text, hits => resolve({ ok: true, value: hits }))) } })
  return { asked, answer: (text: string, hits: Hit[]) => act(async () => asked.get(text)?.(hits)) }
}
function quickDesk(hits: Hit[]) {
  const asked: string[] = []
  putDesk({
    search: {
      find: async ({ text }) => {
        asked.push(text)
        return { ok: true, value: hits }
      }
    }
  })
  return asked
}
/** What a scanner does: characters with no time between them, then Enter. */
function scan(text: string) {
  const target = document.activeElement ?? document.body
  for (const key of [...text, 'Enter']) fireEvent.keyDown(target, { key })
}

it('shows the answer to the last question only, however late an earlier one comes', async () => {
  const desk = slowDesk()
  await showAtDesk(<SearchBox />)
  await userEvent.type(screen.getByRole('combobox'), 'sit')
  expect([...desk.asked.keys()]).toEqual(['si', 'sit'])
  await desk.answer('sit', [person('Siti Aminah', 1)])
  await desk.answer('si', [person('Slamet Riyadi', 2)])
  expect(screen.getAllByRole('option').map(option => option.textContent)).toHaveLength(1)
  expect(screen.getByText('Siti Aminah')).toBeTruthy()
})

it('moves with the arrows and opens with Enter, all without leaving the field', async () => {
  quickDesk([person('Siti Aminah', 1), person('Siti Aisyah', 2), oneCase])
  const opened: Hit[] = []
  await showAtDesk(<SearchBox onOpen={hit => opened.push(hit)} />)
  const box = screen.getByRole('combobox')
  await userEvent.type(box, 'siti')
  await screen.findByText('Siti Aisyah')
  await userEvent.keyboard('{ArrowDown}')
  expect(document.activeElement).toBe(box)
  expect(screen.getAllByRole('option').map(option => option.getAttribute('aria-selected'))).toEqual(['false', 'true', 'false'])
  await userEvent.keyboard('{Enter}')
  expect(opened).toEqual([person('Siti Aisyah', 2)])
})

it('opens what was looked for when Enter came before the answer, unless the officer types on', async () => {
  const desk = slowDesk()
  const opened: Hit[] = []
  await showAtDesk(<SearchBox onOpen={hit => opened.push(hit)} />)
  await userEvent.type(screen.getByRole('combobox'), 'siti{Enter}')
  await desk.answer('siti', [person('Siti Aminah', 1), person('Siti Aisyah', 2)])
  expect(opened).toEqual([person('Siti Aminah', 1)])
  await userEvent.type(screen.getByRole('combobox'), 'budi{Enter} s')
  await desk.answer('budi s', [person('Budi Santoso', 3)])
  expect(opened).toHaveLength(1)
})

it('takes who was looked for into the visit when Enter came before the answer', async () => {
  const desk = slowDesk()
  const picked: string[] = []
  await showAtDesk(<ResidentSearch onPick={hit => picked.push(hit.name)} />)
  await userEvent.type(screen.getByRole('combobox'), 'siti{Enter}')
  expect(picked).toEqual([])
  await desk.answer('siti', [person('Siti Aminah', 1)])
  expect(picked).toEqual(['Siti Aminah'])
})

it('comes to the hand with F2 and leaves with Escape', async () => {
  quickDesk([])
  await showAtDesk(<SearchBox />)
  await userEvent.keyboard('{F2}')
  expect(document.activeElement).toBe(screen.getByRole('combobox'))
  await userEvent.keyboard('xx{Escape}')
  expect(screen.getByRole<HTMLInputElement>('combobox').value).toBe('')
})

it('groups what it found and says why', async () => {
  quickDesk([oneCase, person('Siti Aminah', 1)])
  await showAtDesk(<SearchBox />)
  await userEvent.type(screen.getByRole('combobox'), 'siti')
  await screen.findByText('Kasus')
  expect(screen.getAllByRole('option').map(option => option.textContent)).toEqual([
    expect.stringContaining('nomor kasus'),
    expect.stringContaining('nama sama')
  ])
})

it('searches for a number that a scanner sends from anywhere', async () => {
  const asked = quickDesk([person('Siti Aminah', 1), person('Siti Aisyah', 2)])
  await showAtDesk(<SearchBox />)
  scan('3324145708900001')
  await screen.findByText('Siti Aisyah')
  expect(asked).toContain('3324145708900001')
})

it('opens the one case whose receipt was scanned', async () => {
  quickDesk([oneCase])
  const desk = await showAtDesk(<SearchBox />)
  scan('SLRT-3324-2611-A-00012')
  await waitFor(() => expect(desk.address()).toBe(`/cases/${oneCase.caseId}`))
})

it('takes the code of a letter to where letters are checked', async () => {
  const asked = quickDesk([])
  const desk = await showAtDesk(<SearchBox />)
  scan('SLRT1:ABC123')
  await waitFor(() => expect(desk.address()).toContain('/verify?code='))
  expect(asked).toEqual([])
})

it('takes the code of a return slip to the referral it answers', async () => {
  quickDesk([])
  const desk = await showAtDesk(<SearchBox />)
  scan('624Q7V1J')
  await waitFor(() => expect(desk.address()).toContain('/referrals?code='))
})

it('leaves a scan to the field in which the officer is typing', async () => {
  const asked = quickDesk([])
  await showAtDesk(
    <>
      <SearchBox />
      <input aria-label="Nomor KK" />
    </>
  )
  screen.getByLabelText('Nomor KK').focus()
  scan('3324145708900001')
  expect(asked).toEqual([])
})

it('offers a new resident only below an answer, never before', async () => {
  const desk = slowDesk()
  const asNew: string[] = []
  await showAtDesk(<ResidentSearch onPick={() => {}} onNew={typed => asNew.push(typed)} />)
  await userEvent.type(screen.getByRole('combobox'), 'siti')
  expect(screen.queryByRole('button', { name: /Daftarkan warga baru/ })).toBeNull()
  await desk.answer('siti', [])
  await userEvent.click(screen.getByRole('button', { name: /Daftarkan warga baru/ }))
  expect(asNew).toEqual(['siti'])
})
