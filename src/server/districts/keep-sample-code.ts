import { type SampleFile, writeSampleFile } from '#wire/sample-file'
import { inDistrict } from '../database/inside'
import type { Database } from '../database/place'
import { findCode } from '../devices/codes.store'
import { selectorOf, spokenCode } from '../devices/enrolment-code'
import { makeEnrolmentCode } from '../devices/make-code'

const CHECK_MS = 1_000
const SPARE_MS = 3_600_000

/** Keeps a code that still takes in a desk in the sample's file, until it is stopped. Gives the first one. */
export async function keepSampleCode(
  server: Database,
  path: string,
  sample: Omit<SampleFile, 'version' | 'code'>,
  now: () => number
): Promise<{ code: string; stop(): void }> {
  const renew = async (): Promise<string> => {
    const code = await makeEnrolmentCode(server, sample.district, { now: now(), isAutoConfirm: true })
    writeSampleFile(path, { version: 1, ...sample, code: spokenCode(code) })
    return code
  }
  const first = await renew()
  let code = first
  const check = async () => {
    const kept = await inDistrict(server, sample.district, inside => findCode(inside, selectorOf(code)))
    if (!kept || kept.usedBy || kept.expiresAt - now() < SPARE_MS) code = await renew()
  }
  let checking = Promise.resolve()
  const timer = setInterval(() => {
    // a check that fails is tried again by the next one
    checking = checking.then(check).catch(() => undefined)
  }, CHECK_MS)
  return { code: spokenCode(first), stop: () => clearInterval(timer) }
}
