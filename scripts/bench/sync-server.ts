// `node sync-server.ts --data DIR [--database-url URL] --unit visits|changes`: the district server as a side of the benchmark, one command a line.
import '../extensionless.ts'
import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import type { Place } from '#server/database/place'

const text = { type: 'string', default: '' } as const
const { values } = parseArgs({ options: { data: text, 'database-url': text, unit: text } })
const { buildApp } = await import('#server/app')
const { openDatabase } = await import('#server/database/open')
const { inDistrict } = await import('#server/database/inside')
const { makeEnrolmentCode } = await import('#server/devices/make-code')
const { makeDistrict, SAMPLE } = await import('#server/districts/make-district')
const { LIMITS } = await import('#server/limits')
const { framesThread } = await import('#wire/frame-work')
const { answerCommands } = await import('./answer-commands.ts')

const url = values['database-url']
const place: Place = url ? { kind: 'postgres', url } : { kind: 'sqlite', folder: values.data }
const server = await openDatabase(place)
await makeDistrict(server, { ...SAMPLE, isSample: false }, Date.now())
// fifty desks join from one address here
const limits = { ...LIMITS, strangerCalls: 1_000 }
const frames = framesThread(new URL('../../src/server/sync/frames-worker.ts', import.meta.url))
const app = await buildApp({ server, frames, now: () => Date.now(), limits, log: null })
await app.listen({ host: '127.0.0.1', port: 0 })
const { port } = app.server.address() as { port: number }
let founded = 0

const changes = () => inDistrict(server, SAMPLE.code, ({ trx }) => trx.selectFrom('change').select('hash').orderBy('hash').execute())

await answerCommands(
  { port },
  {
    code: async () => ({ code: await makeEnrolmentCode(server, SAMPLE.code, { now: Date.now(), isAutoConfirm: true }) }),
    founded: async () => {
      founded = (await changes()).length
      return undefined
    },
    content: async () => {
      const hash = createHash('sha256')
      const found = await changes()
      for (const change of found) hash.update(change.hash)
      const ofVisits = await inDistrict(server, SAMPLE.code, ({ trx }) =>
        trx.selectFrom('row').select('id').where('district', '=', SAMPLE.code).where('entity', '=', 'visit').execute()
      )
      return { count: values.unit === 'changes' ? found.length - founded : ofVisits.length, hash: hash.digest('hex') }
    }
  }
)
