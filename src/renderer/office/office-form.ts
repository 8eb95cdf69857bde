import { z } from 'zod'
import { checkPattern } from '#shared/letters/letter-number'
import { type OfficeSettings, PAPERS, TIME_ZONES } from '#shared/office/office'
import { digits, optionalText, orNull, requiredText } from '../text/typed-text'

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

/** The office as its form holds it: everything typed is a text, the lines of the letterhead are one text with line breaks. */
export const OfficeForm = z.object({
  districtCode: z.string().regex(/^\d{2}\.\d{2}$/, { error: 'required' }),
  name: requiredText(120),
  brand: optionalText(60),
  place: requiredText(60),
  timeZone: z.enum(TIME_ZONES),
  lines: requiredText(640, { isMultiline: true }).refine(
    text => linesOf(text).length >= 1 && linesOf(text).length <= 5 && linesOf(text).every(line => line.length <= 120),
    {
      error: 'lines'
    }
  ),
  address: requiredText(200),
  postcode: digits(5, 'postcode', { isOptional: true }),
  phone: optionalText(60),
  email: optionalText(80),
  website: optionalText(80),
  logo: z.string().nullable(),
  paper: z.enum(PAPERS),
  unitCode: z.string().regex(/^[A-Za-z0-9.-]{1,20}$/, { error: 'unit-code' }),
  codeSet: z.enum(['permendagri-83-2022', 'old']),
  numberPattern: z.string().refine(pattern => checkPattern(pattern).length === 0, { error: 'pattern' })
})
export type OfficeForm = z.infer<typeof OfficeForm>
export type OfficePart = 'office' | 'letterhead' | 'numbers'

/** The fields of each part, which are asked and checked together. */
export const OFFICE_PARTS = {
  office: ['districtCode', 'name', 'brand', 'place', 'timeZone'],
  letterhead: ['lines', 'address', 'postcode', 'phone', 'email', 'website', 'logo', 'paper'],
  numbers: ['unitCode', 'codeSet', 'numberPattern']
} as const satisfies Record<OfficePart, readonly (keyof OfficeForm)[]>

/** What each part saves: the rest is not its to say, and may have been changed since the form was opened. */
const SETTINGS = {
  office: ['districtCode', 'name', 'brand', 'place', 'timeZone'],
  letterhead: ['letterhead', 'paper'],
  numbers: ['unitCode', 'codeSet', 'numberPattern']
} as const satisfies Record<OfficePart, readonly (keyof OfficeSettings)[]>

export const emptyOfficeForm: OfficeForm = {
  districtCode: '',
  name: '',
  brand: '',
  place: '',
  timeZone: 'WIB',
  lines: '',
  address: '',
  postcode: '',
  phone: '',
  email: '',
  website: '',
  logo: null,
  paper: 'F4',
  unitCode: 'SLRT-A',
  codeSet: 'permendagri-83-2022',
  numberPattern: '{klasifikasi}/{urut:3}/{kode_unit}/{bulan_romawi}/{tahun}'
}

export function officeFormOf({ letterhead, brand, ...office }: OfficeSettings): OfficeForm {
  return {
    districtCode: office.districtCode,
    name: office.name,
    brand: brand ?? '',
    place: office.place,
    timeZone: office.timeZone,
    lines: letterhead.lines.join('\n'),
    address: letterhead.address,
    postcode: letterhead.postcode ?? '',
    phone: letterhead.phone ?? '',
    email: letterhead.email ?? '',
    website: letterhead.website ?? '',
    logo: letterhead.logo,
    paper: office.paper,
    unitCode: office.unitCode,
    codeSet: office.codeSet,
    numberPattern: office.numberPattern
  }
}

export function letterheadOf(form: OfficeForm): OfficeSettings['letterhead'] {
  return {
    lines: linesOf(form.lines),
    address: form.address.trim(),
    postcode: orNull(form.postcode),
    phone: orNull(form.phone),
    email: orNull(form.email),
    website: orNull(form.website),
    logo: form.logo
  }
}

export function officeSettingsOf(form: OfficeForm): OfficeSettings {
  const { districtCode, name, place, timeZone, paper, unitCode, codeSet, numberPattern } = form
  return {
    districtCode,
    name: name.trim(),
    brand: orNull(form.brand),
    place: place.trim(),
    timeZone,
    paper,
    unitCode,
    codeSet,
    numberPattern,
    letterhead: letterheadOf(form)
  }
}

/** What one part of the form says. */
export function settingsOfPart(form: OfficeForm, part: OfficePart): Partial<OfficeSettings> {
  const all = officeSettingsOf(form)
  return Object.fromEntries(SETTINGS[part].map(field => [field, all[field]]))
}
