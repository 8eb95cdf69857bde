// A desk on PouchDB and LevelDB.
import { Agent } from 'node:http'
import PouchDB from 'pouchdb'
import { again } from './again.mjs'
import { answerCommands } from './commands.mjs'
import { contentOf } from './content.mjs'
import { documentsOf, startOptions } from './options.mjs'
import { toPouch, visitsOf } from './pouch-documents.mjs'

const { data, url, documents, batch } = startOptions()
const visits = new (PouchDB.defaults({ prefix: `${data}/` }))('visits')
await visits.info()

// when a connection is cut PouchDB rejects a promise that nobody holds, beside the replication that is attempted again
process.on('unhandledRejection', () => {})

const agent = new Agent({ keepAlive: true })
const remote = new PouchDB(`${url}/visits`, { skip_setup: true, fetch: (to, options) => PouchDB.fetch(to, { ...options, agent }) })
const ways = { push: { batch_size: batch.push, batches_limit: 10 }, pull: { batch_size: batch.pull, batches_limit: 10 } }
const isWhole = ({ ok, errors, doc_write_failures: failures }) => ok && errors.length === 0 && failures === 0

await answerCommands(
  {},
  {
    write: async slice => {
      await visits.bulkDocs(documentsOf(documents, slice).map(toPouch))
    },
    edit: async ({ count, fields }) => {
      const { rows } = await visits.allDocs({ include_docs: true, limit: count })
      await visits.bulkDocs(rows.map(({ doc }) => ({ ...doc, ...fields })))
    },
    push: () => again(async () => isWhole(await visits.replicate.to(remote, ways.push))),
    pull: () => again(async () => isWhole(await visits.replicate.from(remote, ways.pull))),
    sync: () =>
      again(async () => {
        const { push, pull } = await visits.sync(remote, ways)
        return isWhole(push) && isWhole(pull)
      }),
    content: async () => contentOf(await visitsOf(visits))
  }
)
