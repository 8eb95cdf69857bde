import type { ByteReader, ByteWriter } from './bytes'
import { readNumbers, readSteps, readTexts, writeNumbers, writeSteps, writeTexts } from './columns'

/** The rows of one family lie together, so a number is written once for all of them: how many rows, and its parts. */
export function writeKks(to: ByteWriter, kks: readonly (string | null)[]): void {
  const runs: { kk: string | null; rows: number }[] = []
  for (const kk of kks) {
    const last = runs.at(-1)
    if (last && kk !== null && last.kk === kk) last.rows++
    else runs.push({ kk, rows: 1 })
  }
  writeNumbers(
    to,
    runs.map(run => (run.kk === null ? 0 : run.rows))
  )
  const known = runs.flatMap(run => (run.kk === null ? [] : [run.kk]))
  writeTexts(
    to,
    known.map(kk => kk.slice(0, 6))
  )
  // year, month, day as one number that grows along a village: only the step to the next is written
  writeSteps(
    to,
    known.map(kk => Number(kk.slice(10, 12) + kk.slice(8, 10) + kk.slice(6, 8)))
  )
  writeNumbers(
    to,
    known.map(kk => Number(kk.slice(12)))
  )
}

export function readKks(from: ByteReader): (string | null)[] {
  const rows = readNumbers(from)
  const regions = readTexts(from)
  const days = readSteps(from)
  const serials = readNumbers(from)
  let at = 0
  return rows.flatMap(count => {
    if (count === 0) return [null]
    const day = String(days[at] ?? 0).padStart(6, '0')
    const kk = `${regions[at]}${day.slice(4)}${day.slice(2, 4)}${day.slice(0, 2)}${String(serials[at] ?? 0).padStart(4, '0')}`
    at++
    return new Array<string>(count).fill(kk)
  })
}

type NikFacts = { nik: string | null; kk: string | null; birthDate: string | null; sex: 'male' | 'female' | null }

/** A NIK says the region, the birth date and the sex again: what a row has already is not written. */
export function writeNiks(to: ByteWriter, rows: readonly NikFacts[]): void {
  const parts = rows.map(row => {
    if (row.nik === null) return { how: 0, region: null, middle: null, serial: null }
    const isOwnRegion = row.kk?.slice(0, 6) === row.nik.slice(0, 6)
    const isOwnDay = row.nik.slice(6, 12) === middleOf(row)
    return {
      how: 1 + (isOwnRegion ? 1 : 0) + (isOwnDay ? 2 : 0),
      region: isOwnRegion ? null : row.nik.slice(0, 6),
      middle: isOwnDay ? null : Number(row.nik.slice(6, 12)),
      serial: Number(row.nik.slice(12))
    }
  })
  writeNumbers(
    to,
    parts.map(part => part.how)
  )
  writeTexts(
    to,
    parts.flatMap(({ region }) => (region === null ? [] : [region]))
  )
  for (const part of ['middle', 'serial'] as const)
    writeNumbers(
      to,
      parts.flatMap(one => {
        const value = one[part]
        return value === null ? [] : [value]
      })
    )
}

export function readNiks(from: ByteReader, rows: readonly Omit<NikFacts, 'nik'>[]): (string | null)[] {
  const how = readNumbers(from)
  const [regions, middles, serials] = [readTexts(from).values(), readNumbers(from).values(), readNumbers(from).values()]
  const next = <T>(values: Iterator<T>): T | string => values.next().value ?? ''
  return rows.map((row, at) => {
    const kind = (how[at] ?? 0) - 1
    if (kind < 0) return null
    const region = kind & 1 ? (row.kk ?? '').slice(0, 6) : next(regions)
    const middle = kind & 2 ? middleOf(row) : String(next(middles)).padStart(6, '0')
    return `${region}${middle}${String(next(serials)).padStart(4, '0')}`
  })
}

/** The six digits of the middle as the birth date and sex would give them. */
function middleOf({ birthDate, sex }: Omit<NikFacts, 'nik' | 'kk'>): string {
  if (birthDate === null) return ''
  const day = Number(birthDate.slice(8)) + (sex === 'female' ? 40 : 0)
  return `${String(day).padStart(2, '0')}${birthDate.slice(5, 7)}${birthDate.slice(2, 4)}`
}
