import { type Kysely, sql } from 'kysely'

const day = (column: string) => `check (${column} glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')`
const oneOf = (column: string, values: string[]) => `check (${column} in (${values.map(value => `'${value}'`).join(', ')}))`
const json = (column: string) => `check (json_valid(${column}))`
const folded = `stamps text not null ${json('stamps')}, rest text ${json('rest')}`
const id = 'id text not null primary key check (length(id) = 36)'
const isLiving = "merged_into is null and presence is null and (rest is null or rest ->> '$.gone' is null)"
const later = 'deferrable initially deferred'

const statements = [
  `alter table resident add column presence text ${oneOf('presence', ['deceased', 'moved'])}`,
  `create table pair_judgement (${id}, resident_id text not null references resident (id) ${later}, other_id text not null references resident (id) ${later},
    verdict text not null ${oneOf('verdict', ['same', 'different', 'unsure'])}, evidence text not null ${json('evidence')}, judged_at integer not null,
    officer_id text not null references officer (id) ${later}, ${folded}) strict`,
  `create table proposal_batch (${id}, number text not null, exported_on text not null ${day('exported_on')}, exported_at integer not null,
    officer_id text not null references officer (id) ${later}, columns text not null ${json('columns')}, rows text not null ${json('rows')}, ${folded}) strict`,
  `create table proposal (${id}, resident_id text not null references resident (id) ${later}, case_id text references "case" (id) ${later},
    kind text not null ${oneOf('kind', ['new-entry', 'correction', 'removal', 'reactivation'])}, what text not null, village_code text,
    documents text not null ${json('documents')}, status text not null ${oneOf('status', ['ready', 'proposed', 'approved', 'rejected', 'withdrawn'])},
    recorded_at integer not null, officer_id text not null references officer (id) ${later}, batch_id text references proposal_batch (id) ${later},
    proposed_on text ${day('proposed_on')}, answer_by text ${day('answer_by')}, answered_on text ${day('answered_on')}, answer_note text, ${folded}) strict`,
  'create index pair_judgement_by_resident on pair_judgement (resident_id)',
  'create index pair_judgement_by_other on pair_judgement (other_id)',
  "create index pair_judgement_open on pair_judgement (verdict) where verdict <> 'different'",
  'create index proposal_by_status on proposal (status, answer_by, id)',
  'create index proposal_by_resident on proposal (resident_id)',
  'create index proposal_by_batch on proposal (batch_id)',
  // who has no family card is found without reading the rows of all who have one
  `create index resident_living on resident (id) where ${isLiving}`,
  `create index resident_living_by_birth on resident (birth_date) where ${isLiving}`,
  'create index membership_today on membership (resident_id, family_id) where until is null',
  'create index family_with_kk on family (id) where kk is not null',

  // derived from folded rows: what somebody should look at
  `create table resident_flaw (resident_id text not null, flaw text not null, village_code text not null, primary key (resident_id, flaw)) strict, without rowid`,
  'create index resident_flaw_by_flaw on resident_flaw (flaw, village_code, resident_id)',

  // found by looking through all residents on this desk, and up to which change that was done
  `create table possible_pair (resident_id text not null, other_id text not null, score integer not null, evidence text not null ${json('evidence')},
    primary key (resident_id, other_id)) strict, without rowid`,
  'create index possible_pair_by_other on possible_pair (other_id)',
  'create table pair_search (one integer primary key check (one = 1), up_to integer not null) strict',
  'create index touch_by_change on touch (n)'
]

/** Room for judged pairs, proposals, and the lists of what is wrong or missing in residents' data. */
export const dataQuality = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db)
  }
}
