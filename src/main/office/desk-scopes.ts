import type { Database } from 'better-sqlite3'
import { OwnScope, type ScopesSaid } from '#shared/office/desk-scope'
import { statement } from '../changes/rows'

/** Which villages' people a desk holds of what the district hands out, null for all, and who said so; nobody where nobody has chosen. */
export type DeskScope = { villages: readonly string[] | null; by: ScopeBy | null }
export type ScopeBy = { kind: 'district'; at: number } | { kind: 'desk'; at: number; officerId: string | null }

/** The district's word goes before what a desk has chosen. SPEC R9. */
export type DeskScopes = {
  own(): DeskScope
  /** Every other desk that holds some villages alone, by its letter. */
  others(): { deskCode: string; scope: DeskScope }[]
  /** Takes what the district says of its desks; `unreadable`: it has spoken, and nobody knows any more what. */
  hear(said: ScopesSaid | 'unreadable' | undefined): void
}

type Row = { code: string; serves: string | null }

/** `old`: what this desk chose while its choice lay in a file. */
export function deskScopes(raw: Database, old: () => OwnScope | undefined): DeskScopes {
  let said: ScopesSaid | 'unreadable' | undefined
  const saidOf = (letter: string | null): DeskScope | undefined => {
    if (said === 'unreadable') return { villages: [], by: { kind: 'district', at: 0 } }
    const word = letter === null ? undefined : said?.desks[letter]
    return word && { villages: inOrder(word.villages), by: { kind: 'district', at: word.at } }
  }
  const chosen = (own: OwnScope | undefined): DeskScope | undefined =>
    own && { villages: inOrder(own.villages), by: { kind: 'desk', at: own.at, officerId: own.officerId } }
  return {
    own() {
      const row = statement(
        raw,
        'select coalesce(device.code, here.desk_code) as code, device.serves from here left join device on device.id = here.device'
      )
        .raw(false)
        .get() as { code: string | null; serves: string | null }
      return saidOf(row.code) ?? chosen(kept(row.serves) ?? old()) ?? { villages: null, by: null }
    },
    others() {
      const rows = statement(raw, 'select code, serves from device where id is not (select device from here) order by code')
        .raw(false)
        .all() as Row[]
      return rows.flatMap(({ code, serves }) => {
        const scope = saidOf(code) ?? chosen(kept(serves))
        return scope?.villages?.length ? { deskCode: code, scope } : []
      })
    },
    hear(word) {
      said = word
    }
  }
}

const kept = (serves: string | null): OwnScope | undefined => OwnScope.safeParse(JSON.parse(serves ?? 'null')).data

/** Each village once, whoever said it in whatever order. */
export const inOrder = (villages: readonly string[] | null): string[] | null => villages && [...new Set(villages)].sort()
