import { type Kysely, sql } from 'kysely'

const day = (column: string) => `check (${column} glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')`
const flag = (column: string) => `check (${column} in (0, 1))`
const oneOf = (column: string, values: string[]) => `check (${column} in (${values.map(value => `'${value}'`).join(', ')}))`
const json = (column: string) => `check (json_valid(${column}))`
/** `rest`: what of a folded row has no column of its own. */
const folded = `stamps text not null ${json('stamps')}, rest text ${json('rest')}`
const id = 'id text not null primary key check (length(id) = 36)'
/** Folding in the district's order may write a row before the one it names, in one transaction. */
const later = 'deferrable initially deferred'

/** Children before parents. */
const old = [
  'resident_fts',
  'resident_search',
  'print_attempt',
  'hand_over',
  'letter_copy',
  'letter',
  'letter_book',
  'referral',
  'document_check',
  'case_event',
  'case',
  'registry_check',
  'day_closing',
  'participant',
  'visit',
  'membership',
  'family',
  'resident',
  'organization',
  'holiday',
  'signer',
  'officer',
  'office',
  'device'
]

const tables = [
  // the log of this desk: its own changes, signed one by one, and those of others, signed by the frame they came in
  `create table logged (n integer primary key, id text not null unique, device text not null, epoch integer not null, seq integer not null,
    hash text not null check (length(hash) = 64), body text not null, signature blob check (length(signature) = 64), blobs text not null ${json('blobs')},
    state text not null default 'new' ${oneOf('state', ['new', 'held', 'waiting', 'refused', 'replaced', 'away', 'fed'])}, feed integer unique, note text,
    pos integer not null, frame text, replaces text, is_out integer not null default 0 ${flag('is_out')}, was text, check ((state = 'fed') = (feed is not null))) strict`,
  `insert into logged (n, id, device, epoch, seq, hash, body, signature, blobs, pos)
    select seq, id, body ->> 'device', body ->> 'epoch', seq, hash, body, signature, blobs, seq from "change"`,
  'drop table "change"',
  'alter table logged rename to "change"',
  'create table touch (id text not null, n integer not null references "change" (n) on delete cascade, primary key (id, n)) strict, without rowid',
  `insert or ignore into touch (id, n) select op.value ->> 'id', c.n from "change" c, json_each(c.body, '$.ops') op`,
  'create table frame (id text not null primary key, device text not null, epoch integer not null, first integer not null, count integer not null, payload blob not null, signature blob not null) strict',
  // what only this desk knows of itself and of its server
  `create table here (one integer primary key check (one = 1), device text not null, epoch integer not null, machine text,
    feed_epoch text, cursor integer not null default 0, cursor_hash text, counter integer not null default 0, roster integer not null default 0, layout integer,
    numbering text not null default 'open' ${oneOf('numbering', ['open', 'held', 'lost'])},
    district text, district_name text, district_key text, server text, desk_code text, last_contact_at integer, last_server_at integer, last_problem text) strict`,
  'create table blob_sent (hash text not null primary key, at integer not null) strict',
  'create table roster (device text not null primary key, code text not null, public_key blob not null, is_revoked integer not null) strict',
  // values that were set aside until a person decides, for the lists that show them
  'create table clash (entity text not null, id text not null, change text not null, kind text not null, fields text not null, primary key (entity, id, change)) strict, without rowid',

  // folded from the log; what only one entity may carry is the district's to see to, as two desks without a line cannot
  `create table device (${id}, code text not null, key_id text not null, public_key text not null, ${folded}) strict`,
  `create table office (${id}, name text not null, brand text, district_code text not null, place text not null, unit_code text not null,
    letterhead text not null ${json('letterhead')}, number_pattern text not null, code_set text not null, paper text not null ${oneOf('paper', ['F4', 'A4'])},
    time_zone text not null ${oneOf('time_zone', ['WIB', 'WITA', 'WIT'])}, desk_code text not null check (length(desk_code) between 1 and 2), ${folded}) strict`,
  `create table officer (${id}, name text not null, roles text not null ${json('roles')}, position text, decree_number text,
    pin text not null ${json('pin')}, is_active integer not null ${flag('is_active')}, ${folded}) strict`,
  `create table signer (${id}, name text not null, nip text check (length(nip) = 18), rank text, position text not null, capacity text not null,
    on_behalf_of text, is_active integer not null ${flag('is_active')}, ${folded}) strict`,
  `create table holiday (${id}, day text not null ${day('day')}, name text not null, is_working_day integer not null ${flag('is_working_day')}, ${folded}) strict`,
  `create table organization (${id}, kind text not null, name text not null, addressee text not null, address text, phone text,
    is_active integer not null ${flag('is_active')}, ${folded}) strict`,
  `create table resident (${id}, name text not null check (length(name) between 1 and 100), nik text check (nik glob '${'[0-9]'.repeat(16)}'),
    no_nik_reason text, provisional_id text, nik_override_reason text, sex text not null ${oneOf('sex', ['male', 'female'])},
    birth_place text, birth_date text ${day('birth_date')}, religion text, marital_status text, occupation text, mother_name text,
    phone text check (phone glob '+62[0-9]*'), phone_owner text, address text not null ${json('address')}, domicile text ${json('domicile')}, note text, merged_into text references resident (id) ${later}, ${folded},
    check (nik is not null or no_nik_reason is not null)) strict`,
  `create table family (${id}, kk text check (kk glob '${'[0-9]'.repeat(16)}'), ${folded}) strict`,
  `create table membership (${id}, family_id text not null references family (id) ${later}, resident_id text not null references resident (id) ${later},
    relation text not null, since text not null ${day('since')}, until text ${day('until')}, ${folded}) strict`,
  `create table visit (${id}, day text not null ${day('day')}, desk_code text not null, lane text not null ${oneOf('lane', ['general', 'vulnerable'])}, ticket_no integer not null check (ticket_no > 0),
    ticket text not null, channel text not null, purpose text, vulnerable_group text,
    status text not null ${oneOf('status', ['waiting', 'called', 'serving', 'done', 'no-show'])}, arrived_at integer not null, called_at integer, serving_at integer,
    ended_at integer, officer_id text references officer (id) ${later}, privacy_notice text, privacy_noticed_at integer, ${folded}) strict`,
  `create table participant (${id}, visit_id text not null references visit (id) ${later}, resident_id text not null references resident (id) ${later},
    role text not null ${oneOf('role', ['reporter', 'applicant', 'concerned', 'representative'])}, relation text, is_removed integer not null ${flag('is_removed')}, ${folded}) strict`,
  `create table day_closing (${id}, day text not null ${day('day')}, desk_code text, closed_at integer not null, officer_id text not null references officer (id) ${later},
    visits integer not null, no_shows integer not null, cases integer not null, letters integer not null, ${folded}) strict`,
  `create table registry_check (${id}, resident_id text not null references resident (id) ${later}, visit_id text references visit (id) ${later}, source text not null,
    is_listed integer not null ${flag('is_listed')}, decile integer check (decile between 1 and 10), period text not null, programmes text not null ${json('programmes')},
    note text, checked_at integer not null, officer_id text not null references officer (id) ${later}, ${folded}, check (is_listed = 1 or decile is null)) strict`,
  `create table "case" (${id}, number text not null, visit_id text not null references visit (id) ${later}, resident_id text not null references resident (id) ${later},
    kind text not null, sector text not null, problem_type text not null, service_code text, summary text not null, urgency text not null, status text not null,
    owner_id text not null references officer (id) ${later}, next_step text, due_on text ${day('due_on')}, ending text ${oneOf('ending', ['information', 'consultation', 'request', 'referral'])},
    outcome text, opened_at integer not null, closed_at integer, ${folded}) strict`,
  `create table case_event (${id}, case_id text not null references "case" (id) ${later}, kind text not null, text text, status text, at integer not null,
    officer_id text not null references officer (id) ${later}, ${folded}) strict`,
  `create table document_check (${id}, case_id text not null references "case" (id) ${later}, position integer not null, document text not null,
    is_mandatory integer not null ${flag('is_mandatory')}, state text not null ${oneOf('state', ['present', 'missing', 'expired'])}, note text, checked_at integer not null,
    officer_id text not null references officer (id) ${later}, ${folded}) strict`,
  `create table referral (${id}, case_id text not null references "case" (id) ${later}, organization_id text not null references organization (id) ${later}, service_code text,
    reason text not null, code text not null, status text not null, due_on text ${day('due_on')}, sent_at integer, replied_at integer, reply_route text, reply_note text,
    officer_id text not null references officer (id) ${later}, ${folded}) strict`,
  `create table letter_book (${id}, unit_code text not null, year integer not null, mode text not null ${oneOf('mode', ['own'])}, start_at integer not null check (start_at > 0),
    next_sequence integer not null, ${folded}) strict`,
  `create table letter (${id}, type text not null, template_version integer not null, case_id text not null references "case" (id) ${later}, referral_id text references referral (id) ${later},
    resident_id text not null references resident (id) ${later}, book_id text not null references letter_book (id) ${later}, year integer not null, sequence integer not null check (sequence > 0),
    number text not null, issued_on text not null ${day('issued_on')}, issued_at integer not null, valid_until text ${day('valid_until')},
    officer_id text not null references officer (id) ${later}, paper text not null ${oneOf('paper', ['F4', 'A4'])}, facts text not null ${json('facts')},
    data_hash text not null check (length(data_hash) = 64), pdf_hash text not null check (length(pdf_hash) = 64), pdf_pages integer not null, code_text text not null,
    status text not null ${oneOf('status', ['issued', 'void'])}, void_reason text, voided_at integer, voided_by text references officer (id) ${later}, ${folded}) strict`,
  `create table letter_copy (${id}, letter_id text not null references letter (id) ${later}, n integer not null check (n > 0), reason text not null, taken_by text not null,
    taken_at integer not null, officer_id text not null references officer (id) ${later}, ${folded}) strict`,
  `create table hand_over (${id}, letter_id text not null references letter (id) ${later}, received_by text not null, is_representative integer not null ${flag('is_representative')},
    at integer not null, officer_id text not null references officer (id) ${later}, ${folded}) strict`,
  `create table print_attempt (${id}, kind text not null, letter_id text references letter (id) ${later}, copy_no integer, printer text not null,
    status text not null ${oneOf('status', ['sending', 'asked', 'printed', 'failed', 'cancelled'])}, reason text, started_at integer not null, ended_at integer,
    officer_id text not null references officer (id) ${later}, ${folded}) strict`,

  // derived from folded rows: the name keys that the search box reads
  `create table resident_search (n integer primary key, id text not null unique, name_key text not null) strict`,
  `create virtual table resident_fts using fts5 (name_key, content = 'resident_search', content_rowid = 'n', prefix = '1 2 3', columnsize = 0, detail = 'none', tokenize = 'unicode61')`
]

const indexes = [
  'create index change_own on "change" (n) where signature is not null',
  'create index change_unsent on "change" (n) where state = \'new\'',
  'create index change_to_send on "change" (epoch, seq) where state = \'new\' and signature is not null',
  'create index change_by_device on "change" (device, epoch, seq)',
  'create index change_by_replaced on "change" (replaces) where replaces is not null',
  'create index change_held on "change" (n) where state = \'new\' and frame is not null',
  'create index change_unfed on "change" (pos) where state <> \'fed\' and is_out = 0',
  "create index change_parked on \"change\" (n) where state in ('waiting', 'refused')",
  'create index frame_by_device on frame (device, epoch, first)',
  'create index resident_merged on resident (merged_into) where merged_into is not null',
  'create index visit_by_desk on visit (day, desk_code, lane, ticket_no)',
  'create index case_by_number on "case" (number)',
  'create index referral_by_code on referral (code)',
  'create index document_check_by_case on document_check (case_id, position)',
  'create index letter_by_number on letter (number)',
  'create index letter_by_book on letter (book_id, sequence)',
  'create index day_closing_by_day on day_closing (day)',
  'create index resident_by_nik on resident (nik)',
  'create index resident_by_phone on resident (phone)',
  'create index resident_by_provisional_id on resident (provisional_id)',
  'create index resident_search_by_key on resident_search (name_key)',
  'create index family_by_kk on family (kk)',
  'create index membership_by_family on membership (family_id)',
  'create index membership_by_resident on membership (resident_id)',
  'create index visit_by_day on visit (day, lane, ticket_no)',
  "create index visit_open on visit (day) where status in ('waiting', 'called', 'serving')",
  'create index visit_by_ticket on visit (ticket, day)',
  'create index participant_by_visit on participant (visit_id)',
  'create index participant_by_resident on participant (resident_id)',
  'create index registry_check_by_resident on registry_check (resident_id, checked_at)',
  'create index case_by_visit on "case" (visit_id)',
  'create index case_by_resident on "case" (resident_id)',
  'create index case_open on "case" (due_on) where closed_at is null',
  'create index case_event_by_case on case_event (case_id, at)',
  'create index referral_by_case on referral (case_id)',
  'create index letter_by_case on letter (case_id)',
  'create index letter_by_resident on letter (resident_id, type)',
  'create index letter_by_sequence on letter (sequence)',
  'create index letter_copy_by_letter on letter_copy (letter_id)',
  'create index hand_over_by_letter on hand_over (letter_id)',
  'create index print_attempt_by_letter on print_attempt (letter_id)'
]

/** Makes room for the changes of other desks. The folded tables are made anew and filled from the log by who runs this. */
export const replication = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const table of old) await sql.raw(`drop table "${table}"`).execute(db)
    for (const statement of [...tables, ...indexes]) await sql.raw(statement).execute(db)
  }
}
