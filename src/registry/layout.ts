/** 'SLRG' in ASCII: the registry of an SLRT. */
export const APPLICATION_ID = 0x534c5247
/** Rises with every layout that an older program could not read. */
export const FORMAT = 5
/** Bytes. Four times SQLite's own: fewer pages to fetch from a slow disk for one answer. */
export const PAGE_SIZE = 16_384

/** Columns of `person` in the order of `columnsOf`. */
export const PERSON_COLUMNS = [
  'nik',
  'nik_text',
  'kk',
  'family_id',
  'name',
  'birth',
  'birth_text',
  'birth_place',
  'sex',
  'relation',
  'mother',
  'head_name',
  'address',
  'rt',
  'rw',
  'village',
  'decile',
  'programmes',
  'exclusions',
  'exclusion_text',
  'life',
  'code_set'
] as const

/**
 * `person` keeps the order of the source, so that a family lies together; `head` is the row of its head when that is near.
 * `name` holds each distinct name once, in alphabetical order, with where its bearers are, some dozens a row under the number of the first; `narrow`
 * which names occur in a village or a year of birth; `part` what is read into memory as a whole: words, and which names hold them.
 */
export const TABLES = `
  create table manifest(one integer primary key check (one = 1), body text not null, signature blob not null) strict;
  create table village(n integer primary key, code_set text not null, code text not null) strict;
  create table person(id integer primary key, nik integer, nik_text text, kk integer, family_id text, name text not null, birth integer,
    birth_text text, birth_place text, sex integer, relation integer, mother text, head_name text, address text, rt integer, rw integer,
    village integer, decile integer, programmes integer not null, exclusions integer, exclusion_text text, life integer, code_set integer not null,
    head integer) strict;
  create table name(first integer primary key, names text not null) strict;
  create table narrow(kind text not null, value integer not null, names blob not null, primary key (kind, value)) strict, without rowid;
  create table part(name text primary key, bytes blob not null) strict;
`
export const INDEXES = [
  'create index person_nik on person(nik) where nik is not null',
  'create index person_kk on person(kk) where kk is not null'
]
