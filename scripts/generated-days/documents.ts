// The facts of a visit as one plain document, for those who replicate documents and not changes.

type Row = Record<string, unknown> & { id: string }
type Op = { type: string; entity: string; id: string; to?: string; fields?: Record<string, unknown> }

/** Keeps the rows of everything that happened at a desk, as its changes say. */
export class Rows {
  readonly #rows = new Map<string, Map<string, Row>>()

  /** Applies a change; tells the ids of the entities it touched. */
  take(body: string): string[] {
    const { ops } = JSON.parse(body) as { ops: Op[] }
    for (const { entity, id, to, fields } of ops) {
      const table = this.#rows.get(entity) ?? new Map<string, Row>()
      this.#rows.set(entity, table)
      table.set(id, { ...(table.get(id) ?? { id }), ...fields, ...(to === undefined ? {} : { status: to }) })
    }
    return ops.map(op => op.id)
  }

  where(entity: string, fits: (row: Row) => boolean): Row[] {
    return [...(this.#rows.get(entity)?.values() ?? [])].filter(fits)
  }
}

/** A visit with everything that hangs on it, nested; a resident who has come stands in it whole. */
export function visitDocument(rows: Rows, visitId: string): Record<string, unknown> {
  const [visit] = rows.where('visit', row => row.id === visitId)
  const participants = rows.where('participant', row => row.visitId === visitId)
  const came = new Set(participants.map(row => row.residentId))
  const residents = rows.where('resident', row => came.has(row.id))
  const memberships = rows.where('membership', row => came.has(row.residentId))
  const families = new Set(memberships.map(row => row.familyId))
  return {
    ...visit,
    participants,
    residents,
    memberships,
    families: rows.where('family', row => families.has(row.id)),
    registryChecks: rows.where('registryCheck', row => row.visitId === visitId),
    cases: rows.where('case', row => row.visitId === visitId).map(one => caseDocument(rows, one))
  }
}

function caseDocument(rows: Rows, one: Row): Record<string, unknown> {
  const ofCase = (entity: string) => rows.where(entity, row => row.caseId === one.id)
  return {
    ...one,
    events: ofCase('caseEvent'),
    documents: ofCase('documentCheck'),
    referrals: ofCase('referral'),
    letters: ofCase('letter').map(letter => ({
      ...letter,
      printAttempts: rows.where('printAttempt', row => row.letterId === letter.id),
      handOvers: rows.where('handOver', row => row.letterId === letter.id)
    }))
  }
}
