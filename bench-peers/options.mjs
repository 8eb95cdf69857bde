import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

/** What a peer is started with: where it keeps its data, whom it talks to, which documents it writes, how many at a time it sends. */
export function startOptions() {
  const text = /** @type {const} */ ({ type: 'string' })
  const { values } = parseArgs({ options: { data: { ...text, default: '.' }, url: text, documents: text, batch: { ...text, default: '100' } } })
  return { ...values, batch: Number(values.batch) }
}

/** @param {string} file @param {{ from: number, count: number }} slice @returns {({ id: string } & Record<string, unknown>)[]} */
export const documentsOf = (file, { from, count }) => JSON.parse(readFileSync(file, 'utf8')).slice(from, from + count)
