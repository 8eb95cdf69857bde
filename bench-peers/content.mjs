import { createHash } from 'node:crypto'

/** @param {unknown} value @returns {unknown} the same with the keys of every object in order */
const inOrder = value => {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, inOrder(inner)])
  )
}

/** How many documents, and a hash of all they say, whatever the order of documents and keys. */
export function contentOf(/** @type {{ id: string }[]} */ documents) {
  const hash = createHash('sha256')
  for (const document of [...documents].sort((a, b) => (a.id < b.id ? -1 : 1))) hash.update(`${JSON.stringify(inOrder(document))}\n`)
  return { count: documents.length, hash: hash.digest('hex') }
}
