import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { chooseLanguage } from '../../src/renderer/text/i18n'
import { DateField } from '../../src/renderer/ui/DateField'
import { show } from './show'

function Held() {
  const [typed, setTyped] = useState('')
  return <DateField label="Tanggal lahir" value={typed} onChange={setTyped} today="2026-11-23" isBirth />
}

async function type(text: string): Promise<{ kept: string; says: string }> {
  show(<Held />)
  const field = screen.getByLabelText<HTMLInputElement>('Tanggal lahir')
  await userEvent.type(field, text)
  await userEvent.tab()
  return { kept: field.value, says: screen.getByRole('status').textContent ?? '' }
}

describe('a date field', () => {
  it.each([
    ['17081990', 'Jumat, 17 Agustus 1990 (36 tahun)'],
    ['17/8/1990', 'Jumat, 17 Agustus 1990 (36 tahun)'],
    ['17-08-1990', 'Jumat, 17 Agustus 1990 (36 tahun)'],
    ['17 agu 1990', 'Jumat, 17 Agustus 1990 (36 tahun)'],
    ['29022024', 'Kamis, 29 Februari 2024 (2 tahun)'],
    ['30042026', 'Kamis, 30 April 2026 (6 bulan)'],
    ['31/02/1990', 'Tanggal 31/2/1990 tidak ada di kalender. Periksa kembali.'],
    ['31021990', 'Tanggal 31/2/1990 tidak ada di kalender. Periksa kembali.'],
    ['29022023', 'Tanggal 29/2/2023 tidak ada di kalender. Periksa kembali.'],
    ['17/8/90', 'Tahunnya 1990? Ketik empat angka tahun.'],
    ['010285', 'Tahunnya 1985? Ketik empat angka tahun.'],
    ['17/8/15', 'Tahunnya 1915 atau 2015? Ketik empat angka tahun.'],
    ['24112026', 'Tanggal ini belum terjadi. Periksa tahunnya.'],
    ['17081790', 'Lebih dari 130 tahun yang lalu. Periksa tahunnya.'],
    ['kemarin', 'Belum terbaca sebagai tanggal. Ketik misalnya 17081990 atau 17/8/1990.']
  ])('says of %s: %s, and keeps what was typed', async (text, says) => {
    expect(await type(text)).toEqual({ kept: text, says })
  })

  it('teaches the form while it is empty or only begun', async () => {
    expect((await type('1708')).says).toBe('Ketik tanggal, bulan, tahun. Contoh: 17081990')
  })

  it('in a bar, shows the example in the empty field and keeps the line below for what was typed', async () => {
    show(<DateField label="Sejak" value="" onChange={() => {}} today="2026-11-23" isInBar />)
    expect(screen.getByLabelText('Sejak')).toHaveProperty('placeholder', 'mis. 23112026')
    expect(screen.getByRole('status').textContent).toBe('')
  })

  it('says no age of a day that is nobody’s birth, and teaches its form by the day of today', async () => {
    const { rerender } = show(<DateField label="Diambil" value="" onChange={() => {}} today="2026-11-23" isPast />)
    expect(screen.getByRole('status').textContent).toBe('Ketik tanggal, bulan, tahun. Contoh: 23112026')
    rerender(<DateField label="Diambil" value="01112026" onChange={() => {}} today="2026-11-23" isPast />)
    expect(screen.getByRole('status').textContent).toBe('Minggu, 1 November 2026')
  })

  it('says the same in English', async () => {
    await chooseLanguage('en')
    expect((await type('17081990')).says).toBe('Friday, 17 August 1990 (36 years old)')
    await chooseLanguage('id')
  })
})
