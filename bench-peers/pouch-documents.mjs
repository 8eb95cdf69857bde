/** A visit as PouchDB keeps it: its id is the key, not a field beside it. */
export const toPouch = ({ id, ...document }) => ({ _id: id, ...document })

/** Every visit of a database, without PouchDB's bookkeeping. */
export async function visitsOf(database) {
  const { rows } = await database.allDocs({ include_docs: true })
  return rows.filter(row => !row.id.startsWith('_')).map(({ doc: { _id, _rev, ...document } }) => ({ id: _id, ...document }))
}
