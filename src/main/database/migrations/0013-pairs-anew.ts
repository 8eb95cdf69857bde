import { type Kysely, sql } from 'kysely'

/** Who may be one person is told by more signs, and names are keyed otherwise since the version before: everybody is compared again. */
export const pairsAnew = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw('delete from pair_search').execute(db)
  }
}
