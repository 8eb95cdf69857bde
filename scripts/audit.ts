// `npm run audit -- verify --data DIR [--head 1234:0123456789abcdef] [--countersign FILE]`: goes through the access log of a desk that is closed,
// and holds it against a head from paper and one that the district has signed. A log that was cut off or written anew behind them shows.
// Ends with 0 when the log is whole, with 1 when it is not, with 2 when it could not be looked at.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { notUnderstood, said } from './said.ts'

const USAGE = 'npm run audit -- verify --data DIR [--head NUMBER:HASH] [--countersign FILE]'
const TROUBLES: Record<string, (n: number) => string> = {
  changed: n => `line ${n} is not as it was written`,
  missing: n => `cut off: line ${n} and what came after it is gone`,
  'bad-seal': n => `the seal on line ${n} is not this desk's`,
  'not-known': n => `written anew: line ${n} is not the one that was vouched for, and neither is what came before it`
}

const LOSSES: Record<string, (n: number, count: number) => string> = {
  'lines-gone': (n, count) =>
    count > 0
      ? `line ${n} tells that ${count} lines before it are gone: they were cut off, or an older copy of the data was put back`
      : `line ${n} tells that the lines before it are not those that were sealed`,
  'proof-gone': n => `line ${n} tells that the proof of where the log ended was taken away`
}

const options = { data: { type: 'string' }, head: { type: 'string' }, countersign: { type: 'string' } } as const
const { values, positionals } = said(USAGE, options, 1)
const [, n, hash] = /^(\d+):([0-9a-f]{16,64})$/.exec(values.head ?? '') ?? []
if (positionals[0] !== 'verify' || !values.data) notUnderstood('verify --data names the folder of the desk.', USAGE)
if (values.head && !n)
  notUnderstood('--head is the number and the hash as they stand on the daily sheet, such as 1234:0123456789abcdef.', USAGE)

// the desk would make new data where there are none
if (!existsSync(join(values.data ?? '', 'desk.db'))) give(2, 'There is no desk in that folder.\n')
const input = { known: n ? { n: Number(n), hash } : null, countersign: values.countersign ? readSaid(values.countersign) : null }
const desk = spawn(process.execPath, [join(import.meta.dirname, 'desk.mjs'), '--data', values.data ?? ''], {
  stdio: ['pipe', 'pipe', 'inherit']
})
desk.stdin.end(`${JSON.stringify({ id: 1, call: 'audit.verify', input })}\n`)
const printed = (await desk.stdout.setEncoding('utf8').toArray()).join('')
const answer = printed
  .split('\n')
  .filter(line => line.startsWith('{'))
  .map(line => JSON.parse(line))
  .find(line => line.id === 1)
if (!answer?.ok) give(2, `The access log could not be looked at: ${answer?.problem.reason ?? answer?.problem.kind ?? 'no answer'}\n`)

const { lines, seals, sealedTo, knownTo, losses, trouble } = answer.value
process.stdout.write(`lines ${lines}, seals ${seals}, sealed up to line ${sealedTo}, head ${lines}:${answer.value.hash}\n`)
process.stdout.write(knownTo === null ? 'The district has signed none of it.\n' : `The district has signed it up to line ${knownTo}.\n`)
if (trouble) process.stdout.write(`NOT WHOLE: ${TROUBLES[trouble.kind]?.(trouble.n) ?? `line ${trouble.n} (${trouble.kind})`}\n`)
for (const { n, kind, count } of losses) process.stdout.write(`NOT WHOLE: ${LOSSES[kind]?.(n, count) ?? `line ${n} (${kind})`}\n`)
process.exit(trouble || losses.length > 0 ? 1 : 0)

function readSaid(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return give(2, `${path} cannot be read as what the district wrote.\n`)
  }
}

function give(code: number, sentence: string): never {
  process.stderr.write(sentence)
  return process.exit(code)
}
