// A desk on RxDB with its free memory storage.
import { createRxDatabase } from 'rxdb'
import { replicateRxCollection } from 'rxdb/plugins/replication'
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory'
import { answerCommands } from './commands.mjs'
import { contentOf } from './content.mjs'
import { documentsOf, startOptions } from './options.mjs'

const { url, documents, batch } = startOptions()
const database = await createRxDatabase({ name: 'desk', storage: getRxStorageMemory(), multiInstance: false })
const schema = { version: 0, primaryKey: 'id', type: 'object', properties: { id: { type: 'string', maxLength: 40 } }, required: ['id'] }
const { visits } = await database.addCollections({ visits: { schema } })

const push = {
  batchSize: batch.push,
  handler: async rows => {
    const answer = await fetch(`${url}/push`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(rows) })
    return answer.json()
  }
}
const pull = {
  batchSize: batch.pull,
  handler: async (checkpoint, limit) => (await fetch(`${url}/pull?after=${checkpoint?.seq ?? 0}&limit=${limit}`)).json()
}

async function replicate(ways) {
  const replication = replicateRxCollection({
    collection: visits,
    replicationIdentifier: url,
    live: false,
    retryTime: 250,
    waitForLeadership: false,
    ...ways
  })
  await replication.awaitInitialReplication()
  await replication.cancel()
}

const all = async () => (await visits.find().exec()).map(document => document.toJSON())

await answerCommands(
  {},
  {
    write: async slice => {
      await visits.bulkInsert(documentsOf(documents, slice))
    },
    edit: async ({ count, fields }) => {
      const first = (await all()).sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, count)
      await visits.bulkUpsert(first.map(document => ({ ...document, ...fields })))
    },
    push: () => replicate({ push }),
    // a replication that only pulls remembers nothing of what it pulled, and the next one would take that for local writes
    pull: () => replicate({ push, pull }),
    sync: () => replicate({ push, pull }),
    content: async () => contentOf(await all())
  }
)
