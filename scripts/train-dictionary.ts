// `node scripts/train-dictionary.ts`: makes src/wire/dictionary.ts anew from invented days. Needs Debian's zstd. Both ends of a line must then be renewed.
import './extensionless.ts'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const { beforeOf, encodeBodies } = await import('#shared/sync/codec/frame-body')
const { generateDays } = await import('./generated-days/generate.ts')

/** No measurement uses these. */
const SEEDS = [9101, 9102, 9103, 9104, 9105, 9106, 9107, 9108]
const VISITS = 250
const LARGEST = 112_000
const TARGET = join(import.meta.dirname, '../src/wire/dictionary.ts')

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const folder = mkdtempSync(join(tmpdir(), 'loket-dictionary-'))
let samples = 0

for (const seed of SEEDS) {
  const { setUp, visits } = await generateDays({ seed, visits: VISITS })
  const all = [...setUp, ...visits.flatMap(visit => visit.bodies)]
  const put = (from: number, to: number): void => {
    const before = from > 0 ? beforeOf(all[from - 1] ?? '', hashOf) : undefined
    writeFileSync(join(folder, String(samples++)), encodeBodies(all.slice(from, to), hashOf, before))
  }
  // frames as they travel: full ones, whole visits, and single changes as they happen
  for (let from = 0; from < all.length; from += 64) put(from, from + 64)
  for (let from = 0; from < all.length; from += 500) put(from, from + 500)
  for (let from = 1; from < all.length; from += 7) put(from, from + 1)
  visits.reduce((from, { bodies }, index) => {
    if (index % 2 === 0) put(from, from + bodies.length)
    return from + bodies.length
  }, setUp.length)
}

const list = join(folder, 'list')
writeFileSync(list, Array.from({ length: samples }, (_, index) => join(folder, String(index))).join('\n'))
const made = join(folder, 'dictionary')
execFileSync('zstd', ['-q', '--train', `--filelist=${list}`, `--maxdict=${LARGEST}`, '-o', made])
const dictionary = readFileSync(made)
writeFileSync(
  TARGET,
  `// Made by scripts/train-dictionary.ts; a frame names the dictionary it needs, so a new one is a new release and never an edit.

/** What frames of invented days have in common, base64; both ends of a line must have the same. */
export const DICTIONARY_BASE64 =
  '${dictionary.toString('base64')}'
`
)
rmSync(folder, { recursive: true })
process.stdout.write(`${dictionary.length} bytes from ${samples} frames\n`)
process.exit(0)
