import { sql } from 'kysely'

/** Visits that nobody has brought to an end; written out, so that SQLite knows the index `visit_open` for it. */
export const isOpenVisit = sql<boolean>`status in ('waiting', 'called', 'serving')`
