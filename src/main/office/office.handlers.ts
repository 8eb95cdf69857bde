import { meantBy } from '#shared/changes/meant'
import { checkPattern, letterNumber } from '#shared/letters/letter-number'
import type { OwnScope } from '#shared/office/desk-scope'
import type { OfficeSettings } from '#shared/office/office'
import type { OfferedOffice, officeContract } from '#shared/office/office.contract'
import { pcClock } from '#shared/office/pc-clock'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { findArea, listNames } from '../areas/areas.store'
import { checkLog } from '../changes/check-log'
import { create, patch } from '../changes/record'
import { find } from '../database/find'
import { write } from '../database/write'
import type { Desk } from '../desk'
import { makeVerifier } from '../officers/pin'
import { holidaysOf } from './calendar'
import type { DeskScope } from './desk-scopes'
import { findMarkedDay, findOffered, findOffice, getOffice, isUnitOfAnother, listSigners } from './office.store'
import { SAMPLE_PIN, sampleOfficers, sampleSettings, sampleSigners } from './sample-office'
import { openDeskOf, setUpOffice } from './set-up'

export const officeHandlers: HandlersOf<typeof officeContract, Desk> = {
  state: async desk => {
    const { keyProtection, recoveredChanges } = desk
    const today = desk.today()
    const clock = pcClock(today, desk.clock.now(), desk.audit.endedAt)
    const office = await findOffice(desk.db)
    if (!office) {
      const offered = await findOffered(desk.db)
      const { name, deskCode } = offered ?? {}
      return ok({
        kind: 'new',
        today,
        clock,
        keyProtection,
        offered: name && deskCode ? { name, deskCode, replaceable: await replaceableBy(desk) } : null
      })
    }
    const district = await findArea(desk.reference, office.districtCode)
    const districtName = district?.name ?? office.districtCode
    const journalBehind = desk.journal.behind(desk.raw)
    const [space, secondJournal] = [desk.space.level(), desk.journal.second(desk.raw)?.state ?? ('none' as const)]
    const backup = desk.backups.isOld() ? ('old' as const) : ('well' as const)
    const safety = { journalBehind, space, secondJournal, backup, recoveredChanges }
    return ok({ kind: 'open', office, districtName, today, clock, keyProtection, ...safety })
  },

  setUp: async (desk, { officers, ...set }) => {
    if (await findOffice(desk.db)) return refuse({ kind: 'already-set-up' })
    if (!(await isDistrict(desk, set.settings.districtCode))) return refuse({ kind: 'unknown-district' })
    if (!givesNumbers(set.settings)) return refuse({ kind: 'bad-number-pattern' })
    if (!officers.some(officer => officer.roles.includes('administrator'))) return refuse({ kind: 'no-administrator' })
    const verified = await Promise.all(
      officers.map(async ({ pin, ...officer }) => ({ ...officer, verifier: await makeVerifier(pin), mustChange: true }))
    )
    return write(desk, async trx => {
      if (await findOffice(trx)) return refuse({ kind: 'already-set-up' })
      return ok(await setUpOffice(trx, desk, { ...set, officers: verified }, desk.today()))
    })
  },

  setUpSample: async desk => {
    if (await findOffice(desk.db)) return refuse({ kind: 'already-set-up' })
    const officers = await Promise.all(sampleOfficers.map(async officer => ({ ...officer, verifier: await makeVerifier(SAMPLE_PIN) })))
    const made = await write(desk, async trx => {
      if (await findOffice(trx)) return refuse({ kind: 'already-set-up' })
      const set = { settings: sampleSettings, deskCode: 'A', officers, signers: sampleSigners, firstNumber: 1 }
      return ok(await setUpOffice(trx, desk, set, desk.today()))
    })
    if (made.ok) await desk.fillSampleRegistry?.()
    return made
  },

  openHere: async (desk, { replaces }) => {
    const opened = await write(desk, async trx => {
      if (await findOffice(trx)) return refuse({ kind: 'already-set-up' })
      const offered = await findOffered(trx)
      const replaced = desk.scopes.others().find(({ deskCode }) => deskCode === replaces)
      return offered
        ? ok(await openDeskOf(trx, desk, offered, desk.today(), replaced && servesLike(replaced.scope, desk.clock.now())))
        : refuse({ kind: 'nothing-offered' })
    })
    if (opened.ok && replaces) await desk.files.renew('registry')
    return opened
  },

  checkLog: async desk => ok(await checkLog(desk.db, desk.raw)),

  change: async (desk, changes) => {
    if (changes.districtCode && !(await isDistrict(desk, changes.districtCode))) return refuse({ kind: 'unknown-district' })
    return write(desk, async trx => {
      const office = await getOffice(trx)
      if (!givesNumbers({ ...office, ...given(changes) })) return refuse({ kind: 'bad-number-pattern' })
      const { unitCode = office.unitCode } = changes
      if (unitCode !== office.unitCode && (await isUnitOfAnother(trx, unitCode))) return refuse({ kind: 'unit-code-taken', unitCode })
      return ok(patch(trx, 'office', office.id, given(changes)))
    })
  },

  signers: async desk => ok(await listSigners(desk.db)),

  addSigner: (desk, signer) => write(desk, async trx => ok(create(trx, 'signer', { id: trx.newId(), ...signer, isActive: true }))),

  correctSigner: (desk, { id, shown, ...signer }) =>
    write(desk, async trx => {
      const now = await find(trx, 'signer', id)
      if (!now) return refuse({ kind: 'not-found' })
      const { meant, clashes } = meantBy(signer, shown, now, [['capacity', 'onBehalfOf']])
      if (clashes.length > 0) return refuse({ kind: 'changed-meanwhile', of: 'signer', fields: clashes, now })
      return ok(patch(trx, 'signer', id, meant))
    }),

  holidays: async (desk, { year }) => ok(await holidaysOf(desk, year)),

  setHoliday: (desk, { day, name, isWorkingDay }) =>
    write(desk, async trx => {
      const marked = await findMarkedDay(trx, day)
      if (marked) return ok(patch(trx, 'holiday', marked.id, { name, isWorkingDay }))
      return ok(create(trx, 'holiday', { id: trx.newId(), day, name, isWorkingDay }))
    })
}

const servesLike = ({ villages, by }: DeskScope, at: number): OwnScope => ({
  villages: villages && [...villages],
  officerId: by?.kind === 'desk' ? by.officerId : null,
  at
})

/** The desks whose place this new PC may take, where the district has not said what it holds. */
async function replaceableBy({ scopes, reference }: Desk): Promise<OfferedOffice['replaceable']> {
  if (scopes.own().by?.kind === 'district') return []
  return Promise.all(
    scopes.others().map(async ({ deskCode, scope }) => ({
      deskCode,
      villages: (await listNames(reference, scope.villages ?? [])).map(({ name }) => name).join(', ')
    }))
  )
}

const isDistrict = async (desk: Desk, code: string): Promise<boolean> => (await findArea(desk.reference, code))?.level === 'district'

/** A letter code has room for 80 characters of a number. */
const LONGEST_NUMBER = 80

/** Whether the pattern gives numbers, none longer than a letter code holds. */
function givesNumbers({ numberPattern, unitCode }: Pick<OfficeSettings, 'numberPattern' | 'unitCode'>): boolean {
  if (checkPattern(numberPattern).length > 0) return false
  const longest = { classification: '400.12', sequence: 999_999, unitCode, issuedOn: '2026-08-31' }
  return letterNumber(numberPattern, longest).length <= LONGEST_NUMBER
}

/** The fields that were really given; an absent one is no change. */
function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
