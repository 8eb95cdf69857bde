import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import type { DeskState } from '#shared/office/office.contract'
import type { OfficerCard } from '#shared/officers/officer'
import { ok, refuse } from '#shared/result'
import { SignInScreen } from '../../src/renderer/officers/SignInScreen'
import { chooseLanguage } from '../../src/renderer/text/i18n'
import { putDesk } from './fake-desk'
import { show } from './show'

const officer = (id: string, name: string): OfficerCard => ({
  id,
  name,
  roles: ['front-office'],
  position: null,
  decreeNumber: null,
  isActive: true
})
const retno = officer('00000000-0000-7000-8000-000000000011', 'Retno Wulandari')
const bambang = officer('00000000-0000-7000-8000-000000000012', 'Bambang Setiawan')
const wati: OfficerCard = { ...officer('00000000-0000-7000-8000-000000000013', 'Wati Lestari'), roles: ['administrator'] }
const CODE = 'ABCD-EFGH'

const state: Extract<DeskState, { kind: 'open' }> = {
  kind: 'open',
  office: {
    id: '00000000-0000-7000-8000-000000000001',
    deskCode: 'A',
    name: 'Rumah SLRT Kabupaten Kendal',
    brand: null,
    districtCode: '33.24',
    place: 'Kendal',
    unitCode: 'SLRT-A',
    letterhead: { lines: ['DINAS SOSIAL'], address: 'Jalan Uji 1', postcode: null, phone: null, email: null, website: null, logo: null },
    numberPattern: '{urut}/{kode_unit}/{tahun}',
    codeSet: 'permendagri-83-2022',
    paper: 'F4',
    timeZone: 'WIB'
  },
  districtName: 'Kabupaten Kendal',
  today: '2026-11-23',
  clock: 'well',
  keyProtection: { name: 'berkas kunci', isProtected: false },
  journalBehind: 0,
  space: 'well',
  secondJournal: 'none',
  backup: 'well',
  recoveredChanges: 0
}

describe('signing in by keyboard', () => {
  let tried: { officerId: string; pin?: string; password?: string }[]
  let given: { officerId: string; code: string; pin: string }[]
  let answer: 'right' | 'wrong' | 'wait'

  beforeEach(async () => {
    await chooseLanguage('id')
    tried = []
    given = []
    answer = 'right'
    putDesk({
      officers: {
        list: async () => ok([retno, bambang, wati]),
        resetWithCode: async input => {
          given.push(input)
          return input.code === CODE ? ok(null) : refuse({ kind: 'wrong-code' })
        },
        signIn: async input => {
          tried.push(input)
          if (answer === 'wrong') return refuse({ kind: 'wrong-pin' })
          return answer === 'wait' ? refuse({ kind: 'wait', seconds: 30 }) : ok(bambang)
        }
      }
    })
    show(<SignInScreen state={state} />)
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Retno Wulandari'))
  })

  const chooseBambang = async () => {
    await userEvent.keyboard('{ArrowDown}{Enter}')
    return screen.getByLabelText<HTMLInputElement>('PIN enam angka')
  }

  it('needs an arrow, Enter and six digits, and no button', async () => {
    const field = await chooseBambang()
    expect(document.activeElement).toBe(field)
    await userEvent.keyboard('123456')
    expect(tried).toEqual([{ officerId: bambang.id, pin: '123456' }])
  })

  it('sends nothing before the sixth digit and leaves out what is no digit', async () => {
    const field = await chooseBambang()
    await userEvent.keyboard('12ab34{Enter}')
    expect(field.value).toBe('1234')
    expect(tried).toEqual([])
  })

  it('says that a PIN was wrong, empties the field and waits there for the next try', async () => {
    answer = 'wrong'
    const field = await chooseBambang()
    await userEvent.keyboard('111111')
    expect((await screen.findByRole('alert')).textContent).toBe('PIN belum cocok. Coba sekali lagi.')
    expect(field.value).toBe('')
    expect(document.activeElement).toBe(field)
    answer = 'right'
    await userEvent.keyboard('123456')
    expect(tried.map(one => one.pin)).toEqual(['111111', '123456'])
  })

  it('says how long to wait and sends nothing meanwhile', async () => {
    answer = 'wait'
    await chooseBambang()
    await userEvent.keyboard('111111')
    expect((await screen.findByRole('alert')).textContent).toContain('Tunggu 30 detik')
    await userEvent.keyboard('123456')
    expect(tried).toHaveLength(1)
  })

  it('goes back to the names with Escape', async () => {
    await chooseBambang()
    await userEvent.keyboard('{Escape}')
    expect(screen.getByRole('heading', { name: 'Siapa yang bertugas?' })).toBeTruthy()
  })

  it('tells somebody who forgot the PIN whom to ask', async () => {
    await chooseBambang()
    await userEvent.click(screen.getByRole('button', { name: 'Lupa PIN atau kata sandi?' }))
    expect(await screen.findByText(/Minta supervisor atau administrator/)).toBeTruthy()
    expect(screen.queryByLabelText(/Kode dari amplop/)).toBeNull()
  })

  it('lets an administrator who forgot the PIN in with the code from the envelope', async () => {
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    await userEvent.click(screen.getByRole('button', { name: 'Lupa PIN atau kata sandi?' }))
    const dialog = within(await screen.findByRole('dialog'))
    const code = dialog.getByLabelText(/Kode/)
    await userEvent.type(code, 'salah')
    await userEvent.type(dialog.getByLabelText('PIN enam angka'), '482917')
    await userEvent.type(dialog.getByLabelText('Ulangi PIN'), '482917{Enter}')
    expect(await screen.findByText(/Kode pemulihan ini belum cocok/)).toBeTruthy()
    await userEvent.clear(code)
    await userEvent.type(code, `${CODE}{Enter}`)
    await waitFor(() => expect(screen.queryByText(/amplop kode pemulihan/)).toBeNull())
    expect(given.map(one => one.code)).toEqual(['salah', CODE])
    expect(given[1]).toMatchObject({ officerId: wati.id, pin: '482917' })
  })

  it('says in plain words that the key is not protected', () => {
    expect(screen.getByText(/Mode uji: kunci data disimpan di berkas biasa/)).toBeTruthy()
  })

  it('speaks English at once when asked to', async () => {
    await userEvent.click(screen.getByRole('button', { name: 'EN: English' }))
    expect(await screen.findByRole('heading', { name: 'Who is on duty?' })).toBeTruthy()
    expect(document.documentElement.lang).toBe('en')
  })
})
