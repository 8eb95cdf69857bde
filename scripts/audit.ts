// `npm run audit -- verify --data DIR [--head 1234:0123456789abcdef]`: goes through the access log of a desk that is closed.
// Ends with 0 when the log is whole, with 1 when it is not, with 2 when it could not be looked at.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const USAGE = 'npm run audit -- verify --data DIR [--head NUMBER:HASH]\n'

const { values, positionals } = parseArgs({ options: { data: { type: 'string' }, head: { type: 'string' } }, allowPositionals: true })
const [, n, hash] = /^(\d+):([0-9a-f]{16,64})$/.exec(values.head ?? '') ?? []
if (positionals[0] !== 'verify' || !values.data || (values.head && !n)) {
  process.stderr.write(USAGE)
  process.exit(2)
}

// the desk would make new data where there are none
if (!existsSync(join(values.data, 'desk.db'))) {
  process.stderr.write('There is no desk in that folder.\n')
  process.exit(2)
}
const desk = spawn(process.execPath, [join(import.meta.dirname, 'desk.mjs'), '--data', values.data], { stdio: ['pipe', 'pipe', 'inherit'] })
desk.stdin.end(`${JSON.stringify({ id: 1, call: 'audit.verify', input: { known: n ? { n: Number(n), hash } : null } })}\n`)
const said = (await desk.stdout.setEncoding('utf8').toArray()).join('')
const answer = said
  .split('\n')
  .filter(line => line.startsWith('{'))
  .map(line => JSON.parse(line))
  .find(line => line.id === 1)
if (!answer?.ok) {
  process.stderr.write(`The access log could not be looked at: ${answer?.problem.reason ?? answer?.problem.kind ?? 'no answer'}\n`)
  process.exit(2)
}
const { lines, seals, sealedTo, trouble } = answer.value
process.stdout.write(`${lines} lines, ${seals} seals, sealed up to line ${sealedTo}, head ${lines}:${answer.value.hash}\n`)
if (trouble) process.stdout.write(`NOT WHOLE: line ${trouble.n} (${trouble.kind})\n`)
process.exit(trouble ? 1 : 0)
