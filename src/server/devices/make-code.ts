import { inDistrict } from '../database/inside'
import type { Database } from '../database/place'
import { saveCode } from './codes.store'
import { codeHash, DAY_MS, newEnrolmentCode, selectorOf } from './enrolment-code'

/** A new code that takes in one desk within 24 hours. `deskCode` gives that desk a letter; `isAutoConfirm` asks nobody to compare numbers. */
export async function makeEnrolmentCode(
  server: Database,
  district: string,
  { now, isAutoConfirm, deskCode = null }: { now: number; isAutoConfirm: boolean; deskCode?: string | null }
): Promise<string> {
  const code = newEnrolmentCode()
  const kept = { selector: selectorOf(code), hash: codeHash(code), deskCode, isAutoConfirm: Number(isAutoConfirm), usedBy: null }
  await inDistrict(server, district, inside => saveCode(inside, { ...kept, madeAt: now, expiresAt: now + DAY_MS, tries: 0 }))
  return code
}
