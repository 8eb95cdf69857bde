// `node many-desks.ts --data DIR --url URL --days FILE --codes A,B,... --each N`: many real desks in one process that all send their work at once.
import '../extensionless.ts'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const text = { type: 'string', default: '' } as const
const { values } = parseArgs({ options: { data: text, url: text, days: text, codes: text, each: text } })
const { openSyncDesk } = await import('./open-sync-desk.ts')
const { answerCommands } = await import('./answer-commands.ts')
const { replayOn } = await import('./replay.ts')
const { readDays, RUN } = await import('./sync-days.ts')

const EACH = Number(values.each)
const { setUp, visits } = readDays(values.days)
const desks: Awaited<ReturnType<typeof openSyncDesk>>[] = []
for (const [n, code] of values.codes.split(',').entries()) {
  const data = join(values.data, String(n))
  mkdirSync(data, { recursive: true })
  const one = await openSyncDesk(data, values.url, code)
  const others = one.desk.raw.prepare('select id from "change" where signature is null order by epoch, seq').all() as { id: string }[]
  const replay = replayOn(one.desk)
  replay.know(
    setUp,
    others.map(({ id }) => id)
  )
  replay.write(visits.slice(n * RUN, n * RUN + EACH).flat())
  desks.push(one)
}

await answerCommands(
  { desks: desks.length },
  {
    push: async () => {
      const told = await Promise.all(desks.map(one => one.replicate()))
      return { again: told.reduce((sum, { tries }) => sum + tries - 1, 0) }
    }
  }
)
