import { type Kysely, sql } from 'kysely'

/** For a version that tells by more signs who may be one person, or keys names otherwise: everybody is compared again. */
export const pairsAnew = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw('delete from pair_search').execute(db)
  }
}
