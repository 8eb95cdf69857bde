import { type Kysely, sql } from 'kysely'

const statements = [
  'create index letter_by_pdf on letter (pdf_hash)',
  'create index registry_check_by_screenshot on registry_check (screenshot) where screenshot is not null'
]

/** What an attachment belongs to is looked up for each of them, every day. */
export const oldAttachments = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
}
