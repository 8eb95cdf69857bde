import type Database from 'better-sqlite3'
import type { WhyFound } from '#shared/registry/find'
import { NUMBER_DISTANCE } from '#shared/registry/name-costs'
import { nearNumbers } from '#shared/registry/slips'

export type FoundNumber = { id: number; why: WhyFound; distance: number }

const LENGTH = 16
/** Fewer digits say too little: half the district begins alike. */
export const FEWEST_DIGITS = 6

/** Finds people by NIK and by KK number, also one slip away from what was typed. */
export class NumberFinder {
  readonly #exact: readonly [nik: Database.Statement, kk: Database.Statement]
  readonly #starts: readonly [nik: Database.Statement, kk: Database.Statement]

  constructor(raw: Database.Database) {
    const exact = (column: string) => raw.prepare(`select id from person where ${column} = ? limit 200`).pluck()
    const start = (column: string) =>
      raw.prepare(`select id from person where ${column} between ? and ? order by ${column} limit ?`).pluck()
    this.#exact = [exact('nik'), exact('kk')]
    this.#starts = [start('nik'), start('kk')]
  }

  byNik = (nik: string): number[] => this.#ids(0, nik)
  byKk = (kk: string): number[] => this.#ids(1, kk)

  find(digits: string, limit: number): FoundNumber[] {
    const found = new Map<number, FoundNumber>()
    const add = (ids: number[], why: WhyFound, distance: number): void => {
      for (const id of ids) if (!found.has(id)) found.set(id, { id, why, distance })
    }
    if (digits.length === LENGTH) {
      add(this.#ids(0, digits), 'nik', NUMBER_DISTANCE.exact)
      add(this.#ids(1, digits), 'kk', NUMBER_DISTANCE.exact)
    } else if (digits.length < LENGTH) {
      add(this.#beginning(0, digits, limit + 1), 'nik-start', NUMBER_DISTANCE.start)
      add(this.#beginning(1, digits, limit + 1), 'kk-start', NUMBER_DISTANCE.start)
    }
    if (found.size === 0) {
      const near = nearNumbers(digits)
      for (const number of near) add(this.#ids(0, number), 'nik-near', NUMBER_DISTANCE.near)
      for (const number of near) add(this.#ids(1, number), 'kk-near', NUMBER_DISTANCE.near)
    }
    return [...found.values()]
  }

  #ids(which: 0 | 1, number: string): number[] {
    return /^\d{16}$/.test(number) ? (this.#exact[which].all(BigInt(number)) as number[]) : []
  }

  #beginning(which: 0 | 1, digits: string, limit: number): number[] {
    return this.#starts[which].all(BigInt(digits.padEnd(LENGTH, '0')), BigInt(digits.padEnd(LENGTH, '9')), limit) as number[]
  }
}
