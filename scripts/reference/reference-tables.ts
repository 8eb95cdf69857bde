/** The layout of the reference file; its number and mark are checked by src/main/database/reference.ts. */
export const LAYOUT = 3
/** "SLRf", so that `file` and the program tell it from any other database. */
export const APPLICATION_ID = 0x534c5266

export const TABLES = `
  CREATE TABLE area (
    code TEXT PRIMARY KEY,
    parent_code TEXT,
    level TEXT NOT NULL CHECK (level IN ('province', 'district', 'subdistrict', 'village')),
    name TEXT NOT NULL,
    kind TEXT CHECK (kind IN ('kabupaten', 'kota', 'desa', 'kelurahan')),
    name_key TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE organization_kind (
    code TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    name_id TEXT NOT NULL,
    name_en TEXT NOT NULL,
    coverage TEXT NOT NULL CHECK (coverage IN ('district', 'subdistrict', 'village', 'named')),
    name_template TEXT NOT NULL,
    addressee TEXT NOT NULL
  ) STRICT;
  CREATE TABLE organization_kind_variant (
    kind TEXT NOT NULL REFERENCES organization_kind (code),
    province_code TEXT REFERENCES area (code),
    district_kind TEXT CHECK (district_kind IN ('kabupaten', 'kota')),
    name_template TEXT NOT NULL,
    addressee TEXT NOT NULL
  ) STRICT;
  CREATE TABLE organization_seed (
    district_code TEXT NOT NULL REFERENCES area (code),
    kind TEXT NOT NULL REFERENCES organization_kind (code),
    name TEXT NOT NULL,
    addressee TEXT NOT NULL,
    address TEXT,
    phone TEXT
  ) STRICT;

  CREATE TABLE service (
    code TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    name_id TEXT NOT NULL,
    name_en TEXT NOT NULL,
    description TEXT NOT NULL,
    description_en TEXT,
    program TEXT,
    sector TEXT NOT NULL,
    organization_kind TEXT NOT NULL REFERENCES organization_kind (code),
    refer_to_kind TEXT REFERENCES organization_kind (code),
    letter_type TEXT,
    application_process TEXT NOT NULL,
    application_process_en TEXT,
    fees_description TEXT NOT NULL,
    fees_description_en TEXT,
    eligibility_description TEXT NOT NULL,
    eligibility_description_en TEXT,
    time_limit INTEGER NOT NULL CHECK (time_limit > 0),
    time_limit_unit TEXT NOT NULL CHECK (time_limit_unit IN ('minutes', 'working-days', 'months')),
    time_limit_source TEXT NOT NULL,
    time_limit_source_en TEXT,
    status TEXT NOT NULL CHECK (status IN ('active', 'inactive')),
    assured_date TEXT NOT NULL,
    search_text TEXT NOT NULL
  ) STRICT;
  CREATE TABLE required_document (
    service_code TEXT NOT NULL REFERENCES service (code),
    position INTEGER NOT NULL,
    document_code TEXT NOT NULL,
    name_id TEXT NOT NULL,
    name_en TEXT NOT NULL,
    is_mandatory INTEGER NOT NULL CHECK (is_mandatory IN (0, 1)),
    form TEXT NOT NULL CHECK (form IN ('copy', 'original', 'shown')),
    count INTEGER NOT NULL CHECK (count > 0),
    valid_days INTEGER CHECK (valid_days > 0),
    note TEXT,
    note_en TEXT,
    PRIMARY KEY (service_code, position),
    UNIQUE (service_code, document_code)
  ) STRICT;
  CREATE TABLE schedule (
    code TEXT PRIMARY KEY,
    service_code TEXT NOT NULL REFERENCES service (code),
    name_id TEXT NOT NULL,
    name_en TEXT NOT NULL,
    freq TEXT NOT NULL CHECK (freq = 'MONTHLY'),
    bymonthday INTEGER NOT NULL CHECK (bymonthday BETWEEN 1 AND 31),
    description TEXT NOT NULL,
    description_en TEXT
  ) STRICT;
  CREATE TABLE taxonomy_term (
    taxonomy TEXT NOT NULL CHECK (taxonomy IN ('sector', 'problem-type', 'ppks', 'letter-type')),
    code TEXT NOT NULL,
    position INTEGER NOT NULL,
    name_id TEXT NOT NULL,
    name_en TEXT NOT NULL,
    PRIMARY KEY (taxonomy, code)
  ) STRICT;
  CREATE TABLE classification (
    code TEXT NOT NULL,
    code_set TEXT NOT NULL CHECK (code_set IN ('permendagri-83-2022', 'old')),
    name TEXT NOT NULL,
    PRIMARY KEY (code_set, code)
  ) STRICT;
  CREATE TABLE program_rule (
    program TEXT NOT NULL,
    purpose TEXT NOT NULL,
    max_decile INTEGER NOT NULL CHECK (max_decile BETWEEN 1 AND 10),
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    source TEXT NOT NULL,
    PRIMARY KEY (program, purpose, valid_from)
  ) STRICT;
  CREATE TABLE letter_template (
    type TEXT PRIMARY KEY,
    version INTEGER NOT NULL CHECK (version > 0),
    hal TEXT,
    opening TEXT,
    closing TEXT,
    validity_days INTEGER CHECK (validity_days > 0),
    copies_to TEXT
  ) STRICT;
  CREATE TABLE holiday (
    day TEXT PRIMARY KEY,
    name_id TEXT NOT NULL,
    name_en TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('national', 'collective-leave')),
    certainty TEXT NOT NULL CHECK (certainty IN ('decreed', 'provisional'))
  ) STRICT;
`

/** Made after the rows: the places inside one by name, and the words of villages. Short village names have the low rowids. */
export const INDEXES = `
  CREATE INDEX area_inside ON area (parent_code, name_key);
  CREATE INDEX area_level ON area (level, name_key) WHERE level = 'province';
`

export const VILLAGE_SEARCH = `
  CREATE VIRTUAL TABLE village_search USING fts5 (
    name, place, scope, code UNINDEXED,
    content = '', contentless_unindexed = 1, columnsize = 0, detail = 'column', prefix = '1 2 3'
  );
`
