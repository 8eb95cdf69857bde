// `node sync-desk.ts --data DIR --url URL --code CODE --days FILE --unit visits|changes`: our desk as a side of the replication benchmark, one command a line.
import '../extensionless.ts'
import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'

const text = { type: 'string', default: '' } as const
const { values } = parseArgs({ options: { data: text, url: text, code: text, days: text, unit: text } })
const { openSyncDesk } = await import('./open-sync-desk.ts')
const { answerCommands } = await import('./answer-commands.ts')
const { replayOn } = await import('./replay.ts')
const { readDays } = await import('./sync-days.ts')
const { correctResidents } = await import('./corrections.ts')

const { desk, api, replicate } = await openSyncDesk(values.data, values.url, values.code)
const { raw } = desk
const replay = replayOn(desk)
const idsOfOthers = () =>
  (raw.prepare('select id from "change" where signature is null order by epoch, seq').all() as { id: string }[]).map(({ id }) => id)
const known = idsOfOthers()

await answerCommands(
  {},
  {
    found: async () => void replay.write(readDays(values.days).setUp),
    write: async ({ from, count }) => {
      const { setUp, visits } = readDays(values.days)
      replay.know(setUp, known)
      const [first, last] = [Number(from), Number(from) + Number(count)]
      replay.write(values.unit === 'changes' ? visits.flat().slice(first, last) : visits.slice(first, last).flat())
    },
    edit: async ({ count }) => void (await correctResidents(desk, api, Number(count))),
    push: replicate,
    pull: replicate,
    sync: replicate,
    content: async () => {
      const hash = createHash('sha256')
      const changes = raw.prepare('select hash from "change" order by hash').all() as { hash: string }[]
      for (const change of changes) hash.update(change.hash)
      const { visits } = raw.prepare('select count(*) as visits from visit').get() as { visits: number }
      return { count: values.unit === 'changes' ? changes.length - known.length : visits, hash: hash.digest('hex') }
    }
  }
)
