// The two endpoints of RxDB's HTTP replication, over documents in memory: pull gives what came after a checkpoint, push answers with conflicts.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { answerCommands } from './commands.mjs'
import { contentOf } from './content.mjs'

/** @typedef {{ id: string, _deleted: boolean } & Record<string, unknown>} Document */

/** In the order of their last change. @type {Map<string, { seq: number, document: Document, text: string }>} */
const visits = new Map()
let lastSeq = 0

/** @param {Document} document */
const textOf = document => JSON.stringify(Object.entries(document).sort(([a], [b]) => (a < b ? -1 : 1)))

/** @param {{ assumedMasterState?: Document, newDocumentState: Document }[]} rows @returns {Document[]} what stands here instead of what was assumed */
function take(rows) {
  return rows.flatMap(({ assumedMasterState, newDocumentState }) => {
    const known = visits.get(newDocumentState.id)
    const text = textOf(newDocumentState)
    if (known?.text === text) return []
    if (known && (!assumedMasterState || textOf(assumedMasterState) !== known.text)) return [known.document]
    visits.delete(newDocumentState.id)
    visits.set(newDocumentState.id, { seq: ++lastSeq, document: newDocumentState, text })
    return []
  })
}

function give(after, limit) {
  const later = visits
    .values()
    .filter(({ seq }) => seq > after)
    .take(limit)
    .toArray()
  return { documents: later.map(({ document }) => document), checkpoint: { seq: later.at(-1)?.seq ?? after } }
}

const compressed = promisify(gzip)
const server = createServer({ keepAliveTimeout: 60_000 }, async (request, response) => {
  try {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost')
    const isPush = pathname === '/push'
    const answer = isPush ? take(await json(request)) : give(Number(searchParams.get('after')), Number(searchParams.get('limit')))
    const body = Buffer.from(JSON.stringify(answer))
    response.setHeader('content-type', 'application/json')
    if (body.length < 1024) return response.end(body)
    response.setHeader('content-encoding', 'gzip')
    response.end(await compressed(body))
  } catch {
    response.destroy()
  }
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')

const plain = ({ document: { _deleted, ...document } }) => document
await answerCommands({ port: server.address().port }, { content: async () => contentOf([...visits.values()].map(plain)) })
