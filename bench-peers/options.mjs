import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

/** What a peer is started with: where it keeps its data, whom it talks to, which documents it writes, how many at a time it sends and fetches. */
export function startOptions() {
  const text = /** @type {const} */ ({ type: 'string' })
  const options = {
    data: { ...text, default: '.' },
    url: text,
    documents: text,
    'push-batch': { ...text, default: '100' },
    'pull-batch': { ...text, default: '100' }
  }
  const { values } = parseArgs({ options })
  return { ...values, batch: { push: Number(values['push-batch']), pull: Number(values['pull-batch']) } }
}

/** @param {string} file @param {{ from: number, count: number }} slice @returns {({ id: string } & Record<string, unknown>)[]} */
export const documentsOf = (file, { from, count }) => JSON.parse(readFileSync(file, 'utf8')).slice(from, from + count)
