import { checkNik } from './nik'
import type { Resident } from './resident'

/** What a resident's own data show that somebody should look at, in the order of the list. */
export const RESIDENT_FLAWS = [
  'no-nik',
  'nik-override',
  'nik-odd',
  'nik-sex',
  'nik-birth',
  'no-birth-date',
  'no-village',
  'deceased',
  'moved'
] as const
export type ResidentFlaw = (typeof RESIDENT_FLAWS)[number]

/** What a flaw lies in: once this is another, a word that it is right speaks of it no more. */
export function factOf(
  { nik, noNikReason, birthDate, sex }: Pick<Resident, 'nik' | 'noNikReason' | 'birthDate' | 'sex'>,
  flaw: ResidentFlaw | 'too-old' | 'no-kk'
): string {
  switch (flaw) {
    case 'no-nik':
      return noNikReason ?? ''
    case 'nik-override':
    case 'nik-odd':
      return nik ?? ''
    case 'nik-sex':
      return `${nik} ${sex}`
    case 'nik-birth':
      return `${nik} ${birthDate}`
    case 'too-old':
      return birthDate ?? ''
    case 'no-birth-date':
    case 'no-village':
    case 'no-kk':
    case 'deceased':
    case 'moved':
      return ''
  }
}

/** Late enough for every century that a NIK may mean. */
const ANY_DAY = '2099-12-31'

/**
 * The flaws of one resident, whatever day it is. Who died or moved away has no other: nobody can be asked any more.
 * A NIK that a manager accepted with a reason is listed as that, and not as odd too.
 */
export function flawsOf(
  resident: Pick<Resident, 'nik' | 'nikOverrideReason' | 'birthDate' | 'sex' | 'address' | 'presence'>
): ResidentFlaw[] {
  const { nik, nikOverrideReason, birthDate, sex, address, presence } = resident
  if (presence) return [presence]
  const flaws: ResidentFlaw[] = []
  if (nik === null) flaws.push('no-nik')
  else {
    const { blocks, warnings } = checkNik(nik, { today: ANY_DAY, sex, ...(birthDate && { birthDate }) })
    const isOdd = blocks.length > 0 || warnings.some(code => code !== 'sex-differs' && code !== 'birth-date-differs')
    if (nikOverrideReason !== null) flaws.push('nik-override')
    else if (isOdd) flaws.push('nik-odd')
    if (warnings.includes('sex-differs')) flaws.push('nik-sex')
    if (warnings.includes('birth-date-differs')) flaws.push('nik-birth')
  }
  if (birthDate === null) flaws.push('no-birth-date')
  if (address.villageCode === null) flaws.push('no-village')
  return flaws
}
