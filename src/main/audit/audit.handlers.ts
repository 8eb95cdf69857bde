import type { AuditRow, auditContract } from '#shared/audit/audit.contract'
import type { AuditLine } from '#shared/audit/audit-line'
import { startOfDay } from '#shared/clock'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import type { Desk } from '../desk'
import { getHere } from '../sync/here.store'
import { listIdsOf, listLines, titlesOf } from './audit.store'
import { isByDistrict } from './countersigns'
import { verifyAudit } from './verify-audit'

const PAGE = 100
const DAY_MS = 86_400_000
/** A line of a long list names hundreds of records; so many are shown. */
const SHOWN = 6

export const auditHandlers: HandlersOf<typeof auditContract, Desk> = {
  list: async (desk, { fromOn, untilOn, residentId, ...filter }) => {
    const lines = await listLines(
      desk.db,
      {
        ...filter,
        from: fromOn === null ? null : startOfDay(fromOn, desk.zone()),
        until: untilOn === null ? null : startOfDay(untilOn, desk.zone()) + DAY_MS,
        about: residentId === null ? null : await listIdsOf(desk.db, residentId)
      },
      PAGE + 1
    )
    const page = lines.slice(0, PAGE)
    return ok({ rows: await rowsOf(desk, page), before: lines.length > PAGE ? (page.at(-1)?.n ?? null) : null })
  },

  verify: async (desk, { known, countersign }) => {
    if (countersign && !isByDistrict(countersign, { ...(await getHere(desk.db)), device: desk.author.device }))
      return refuse({ kind: 'not-of-district' })
    return ok(
      await verifyAudit(
        desk.raw,
        desk.author,
        [known, countersign].flatMap(head => head ?? [])
      )
    )
  },

  atDistrict: async desk => {
    const { district, districtName, auditContradictedAt } = await getHere(desk.db)
    if (district === null) return ok({ kind: 'alone' })
    const said = desk.audit.lastCountersign()
    return ok({
      kind: 'joined',
      districtName: districtName ?? district,
      known: said ? { n: said.n, at: said.at } : null,
      contradictedAt: auditContradictedAt
    })
  }
}

async function rowsOf(desk: Desk, lines: AuditLine[]): Promise<AuditRow[]> {
  const ids = lines.flatMap(({ about = [], officer, second, visit }) => [
    ...about.slice(0, SHOWN),
    officer ?? '',
    second ?? '',
    visit ?? ''
  ])
  const titles = await titlesOf(desk.db, [...new Set(ids)])
  return lines.map(({ n, at, kind, call, outcome, officer, second, about = [], visit, purpose, found, by, count }) => ({
    n,
    at,
    kind,
    call,
    outcome,
    officerName: (officer && titles.get(officer)?.title) ?? null,
    secondName: (second && titles.get(second)?.title) ?? null,
    records: about.slice(0, SHOWN).flatMap(id => titles.get(id) ?? []),
    more: Math.max(0, about.length - SHOWN),
    ticket: (visit && titles.get(visit)?.title) ?? null,
    ...(purpose && { purpose }),
    ...(found !== undefined && { found }),
    ...(by !== undefined && { by }),
    ...(count !== undefined && { count })
  }))
}
