import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPhone, normalizePhone } from '#shared/residents/phone'

describe('a phone number', () => {
  it.each([
    ['081234567890', '+6281234567890'],
    ['+6281234567890', '+6281234567890'],
    ['6281234567890', '+6281234567890'],
    ['0812-3456-7890', '+6281234567890'],
    ['0812 3456 7890', '+6281234567890'],
    ['+62 812.3456.7890', '+6281234567890'],
    ['0811234567', '+62811234567'],
    ['0899123456789', '+62899123456789'],
    ['(0294) 381234', '+62294381234'],
    ['0294-38123', '+6229438123'],
    ['021 12345678', '+622112345678'],
    ['+62 24 1234567', '+62241234567'],
    ['0967 12345', '+6296712345']
  ])('%s is %s', (text, value) => {
    expect(normalizePhone(text)).toEqual({ ok: true, value })
  })

  it.each([
    '',
    '-',
    '0',
    '08',
    '081234567',
    '08123456789012',
    '080123456789',
    '8123456789',
    '+081234567890',
    '++6281234567890',
    '62+81234567890',
    '00628123456789',
    '+6012345678901',
    '112',
    '0294',
    '021 123',
    '0294123456789',
    '0123456789',
    '0812O4567890',
    '0812345678 / 0813345678',
    '0812,3456,7890',
    '8.12E+10',
    '٠٨١٢٣٤٥٦٧٨٩٠',
    '０８１２３４５６７８９０',
    '0812\u200b34567890',
    '081234567890; DROP TABLE',
    'tidak punya'
  ])('%j is refused', text => {
    expect(normalizePhone(text)).toEqual({ ok: false })
  })

  it('of a megabyte is refused', () => {
    expect(normalizePhone('1'.repeat(1_000_000))).toEqual({ ok: false })
  })

  it('is the same in every way of dialling it, and stays itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^8[1-9]\d{7,10}$/), national => {
        const value = `+62${national}`
        for (const text of [`0${national}`, `62${national}`, value, formatPhone(value)])
          expect(normalizePhone(text)).toEqual({ ok: true, value })
      })
    )
  })

  it('is an Indonesian number or refused, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[+0-9 ()-]{0,18}$/)), text => {
        const phone = normalizePhone(text)
        if (phone.ok) {
          expect(phone.value).toMatch(/^\+62(8[1-9]\d{7,10}|[2-79]\d{6,10})$/)
          expect(normalizePhone(formatPhone(phone.value))).toEqual(phone)
        }
      })
    )
  })

  it.each([
    ['+6281234567890', '0812-3456-7890'],
    ['+62811234567', '0811-2345-67'],
    ['+62294381234', '(0294) 381234'],
    ['+622112345678', '(021) 12345678'],
    ['tidak punya', 'tidak punya'],
    ['', '']
  ])('%j is printed as %j', (value, printed) => {
    expect(formatPhone(value)).toBe(printed)
  })
})
