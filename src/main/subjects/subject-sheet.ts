import type { TimeZone } from '#shared/clock'
import { momentText } from '#shared/moment-text'
import type { PersonalDataSheet } from '#shared/paper/sheet'
import { addressLine } from '#shared/residents/address-line'
import { Address } from '#shared/residents/resident'
import { areaLineOf } from '../areas/area-line'
import type { Desk } from '../desk'
import type { HeldRecord } from './subjects.store'

type Section = PersonalDataSheet['sections'][number]

/** A value is cut here on paper; the file beside it has all of it. */
const LONGEST = 2_000
/** What tells a reader nothing: names of other records, hashes, and what lies nested; the file beside it has them. */
const isForPrograms = (field: string, value: unknown): boolean =>
  FOR_PROGRAMS.includes(field) || /^([0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(String(value))
const FOR_PROGRAMS = ['codeText', 'templateVersion', 'pdfPages', 'paper', 'sequence', 'year', 'ticketNo', 'deskCode', 'printer', 'n']

/** What a record says, field by field; codes stay codes, which the paper puts into words. */
export async function sectionOf(desk: Desk, { entity, row }: HeldRecord, zone: TimeZone): Promise<Section> {
  const facts: Section['facts'] = []
  for (const [field, value] of Object.entries(row)) {
    if (isForPrograms(field, value)) continue
    const text = await textOf(desk, field, value, zone)
    if (text !== '') facts.push({ field, value: text.slice(0, LONGEST) })
  }
  return { entity, facts }
}

async function textOf(desk: Desk, field: string, value: unknown, zone: TimeZone): Promise<string> {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak'
  if (typeof value === 'number') return field === 'at' || field.endsWith('At') ? momentText(value, zone) : String(value)
  if (Array.isArray(value)) return value.filter(one => typeof one === 'string').join(', ')
  const address = Address.safeParse(value).data
  if (!address) return ''
  return addressLine(address, await areaLineOf(desk.reference, address.villageCode), address.postcode)
}
