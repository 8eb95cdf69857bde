type Fault = Error & { code?: string; path?: string; address?: string; port?: number }

const NO_ANSWER = 'the database of DATABASE_URL does not answer: try again'
export const READ_ONLY = 'the database of DATABASE_URL may only be read: it is a standby, or was set so'
/** The driver of PostgreSQL gives these no code. */
const UNCODED =
  /^(timeout exceeded when trying to connect|Query read timeout|Connection terminated|Client (has encountered a connection error|was closed))/

const NO_ROOM = /^(SQLITE_FULL|ENOSPC|EDQUOT|53100)/

/** Which codes of Node, SQLite and PostgreSQL say what. */
const WORDS: readonly [RegExp, string][] = [
  [
    /^SQLITE_(NOTADB|CORRUPT)/,
    'it is damaged, or another kind of file; a backup is put in its place with: npm run district -- restore FILE'
  ],
  [NO_ROOM, 'there is no room left on the disk'],
  [/^(SQLITE_IOERR|EIO$)/, 'the disk is full, or fails'],
  [/^(SQLITE_(READONLY|CANTOPEN|PERM|AUTH)|EACCES|EPERM|EROFS)/, 'it may not be opened or written here'],
  [/^(SQLITE_(BUSY|LOCKED)|55P03)/, 'it is held by another program: try again'],
  [/^(ENOENT|ENOTDIR|EEXIST|EISDIR|ELOOP|ENAMETOOLONG)$/, 'there is no such file or folder, or one of another kind'],
  [/^(EADDRINUSE|EADDRNOTAVAIL)$/, 'nothing can listen there: another program does, or it is no address of this machine'],
  [/^(28|3D)...$/, 'the database of DATABASE_URL does not let this user in, or is not there'],
  [/^25006$/, READ_ONLY],
  [/^ERR_INVALID_URL$/, 'DATABASE_URL does not name a PostgreSQL database'],
  [/^42501$/, 'the user in DATABASE_URL may not do this'],
  [/^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|08|53|57)/, NO_ANSWER],
  [/^ERR_OSSL/, 'DISTRICT_TLS_CERT and DISTRICT_TLS_KEY do not hold a certificate and its key']
]

/** What this machine or its database has refused, in a sentence for whoever runs the server; undefined for what nobody expected. */
export function faultWord(error: unknown, about?: string): string | undefined {
  const { code = '', message, path, address, port } = error as Fault
  const word = (UNCODED.test(message) ? NO_ANSWER : undefined) ?? WORDS.find(([codes]) => codes.test(code))?.[1]
  const place = about ?? path ?? (code.startsWith('EADDR') ? `${address}:${port}` : undefined)
  return word && (place ? `${place}: ${word}` : word)
}

/** Whether it was refused because the disk of the database is full. */
export const isNoRoom = (error: unknown): boolean => NO_ROOM.test((error as Fault).code ?? '')
