import type Database from 'better-sqlite3'
import type { RegistryPerson } from '#shared/registry/person'
import type { VillageList } from './person-columns'
import { rowReader } from './read-rows'

/** The part that a family lies in when its members live in several villages, and the part of those of whom no village is known. */
export const ACROSS = '~'
export const NOWHERE = ''

/** Some people of one village: its code set and code, or one of the two parts above. */
export type VillageRows = { village: string; people: RegistryPerson[] }

export const villageKey = ({ codeSet, code }: NonNullable<RegistryPerson['village']>): string => `${codeSet} ${code}`

const BATCH = 1000

/** A family is where its members are; `kk` written as region, year, month, day, serial puts families that are alike side by side. */
const ORDER = `
  select p.id, coalesce(s.section, p.village, 0) as section
  from person p left join temp.spread s on s.kk = p.kk left join village v on v.n = coalesce(s.section, p.village)
  order by coalesce(s.section, 0) = -1, v.code_set, v.code,
    p.kk / 10000000000 * 10000000000 + p.kk / 10000 % 100 * 100000000 + p.kk / 1000000 % 100 * 1000000 + p.kk / 100000000 % 100 * 10000 + p.kk % 10000,
    p.family_id, p.relation, p.birth, p.nik, p.name, p.address, p.decile, p.programmes, p.id
`
const SPREAD = `
  insert into temp.spread select kk, case when count(distinct village) = 1 then max(village) else -1 end
  from person where kk is not null group by kk having count(distinct coalesce(village, 0)) > 1
`

/**
 * Every row of an open registry file, village after village and in them family after family, a thousand at a time. The order is that of the data: however the
 * source was sorted, the same people come in the same order, but for those that nothing tells apart.
 */
export function* villageRows(raw: Database.Database, villages: VillageList): Generator<VillageRows> {
  const { ids, sections } = inOrder(raw)
  const read = rowReader(raw, villages)
  for (let from = 0, to = 0; from < ids.length; from = to) {
    const section = sections[from] ?? 0
    while (to < ids.length && to - from < BATCH && sections[to] === section) to++
    const village = villages.get(section)
    yield {
      village: section === -1 ? ACROSS : village ? villageKey(village) : NOWHERE,
      people: Array.from(ids.subarray(from, to)).flatMap(id => read(id) ?? [])
    }
  }
}

function inOrder(raw: Database.Database): { ids: Uint32Array; sections: Int32Array } {
  const count = raw.prepare('select count(*) from person').pluck().get() as number
  const [ids, sections] = [new Uint32Array(count), new Int32Array(count)]
  raw.exec('create temp table spread(kk integer primary key, section integer not null)')
  try {
    raw.exec(SPREAD)
    let at = 0
    for (const row of raw.prepare(ORDER).raw().iterate()) {
      const [id, section] = row as [number, number]
      ids[at] = id
      sections[at++] = section
    }
  } finally {
    raw.exec('drop table temp.spread')
  }
  return { ids, sections }
}
