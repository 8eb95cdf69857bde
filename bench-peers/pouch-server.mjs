// express-pouchdb with only what replication asks for, on LevelDB.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { join } from 'node:path'
import express from 'express'
import expressPouch from 'express-pouchdb'
import PouchDB from 'pouchdb'
import { answerCommands } from './commands.mjs'
import { contentOf } from './content.mjs'
import { startOptions } from './options.mjs'
import { visitsOf } from './pouch-documents.mjs'

const { data } = startOptions()
const Pouch = PouchDB.defaults({ prefix: `${data}/` })
const app = express()
app.use('/', expressPouch(Pouch, { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: join(data, 'log.txt') }))
const server = createServer({ keepAliveTimeout: 60_000 }, app)
server.listen(0, '127.0.0.1')
await once(server, 'listening')
const visits = new Pouch('visits')
await visits.info()

await answerCommands({ port: server.address().port }, { content: async () => contentOf(await visitsOf(visits)) })
