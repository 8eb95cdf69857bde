// How many bytes a whole visit takes on the line, beside its document, and how fast frames are made and read.
import { createHash } from 'node:crypto'
import { constants, gzipSync, zstdCompressSync } from 'node:zlib'
import { beforeOf, decodeBodies, encodeBodies } from '#shared/sync/codec/frame-body'
import { compress, decompress } from '#wire/compress'
import { generateEdits } from '../generated-days/edits.ts'
import { type GeneratedDays, generateDays } from '../generated-days/generate.ts'

const LIMITS = { maxChanges: 500, maxBodyBytes: 524_288 }
const LEVELS = [3, 12, 19] as const
/** Visits that come before those that are measured, as on a desk at work. */
const EARLIER = 60
const ROUNDS = 3

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const print = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

type Cut = { bodies: string[]; before: ReturnType<typeof beforeOf>; bytes: Uint8Array }

/** All changes from one on in frames of at most so many, as they would be sent. */
function cut(all: readonly string[], start: number, end: number, size: number): Cut[] {
  return Array.from({ length: Math.ceil((end - start) / size) }, (_, index) => {
    const from = start + index * size
    const bodies = all.slice(from, Math.min(end, from + size))
    const before = beforeOf(all[from - 1] ?? '', hashOf)
    return { bodies, before, bytes: encodeBodies(bodies, hashOf, before) }
  })
}

function reportSizes(metric: string, cuts: readonly Cut[], count: number, document: number): void {
  const text = Buffer.from(cuts.flatMap(frame => frame.bodies).join('\n'))
  const per = (bytes: number): number => Number((bytes / count).toFixed(1))
  const sizes = LEVELS.map(level => per(cuts.reduce((sum, { bytes }) => sum + compress(bytes, level).length, 0)))
  const zstd19 = zstdCompressSync(text, { params: { [constants.ZSTD_c_compressionLevel]: 19 } }).length
  const [level3, level12, level19 = 1] = sizes
  const beside = { document: per(document), bodies: per(text.length), bodiesGzip: per(gzipSync(text).length), bodiesZstd19: per(zstd19) }
  print({ metric, level3, level12, level19, ...beside, documentOverLevel19: Number((per(document) / level19).toFixed(1)), unit: 'bytes' })
}

/** Changes in a second of one core's work. */
function reportSpeed(metric: string, count: number, work: () => void): void {
  for (let round = 0; round < ROUNDS; round++) work()
  const before = process.cpuUsage()
  for (let round = 0; round < ROUNDS; round++) work()
  const { user, system } = process.cpuUsage(before)
  print({ metric, perSecond: Math.round((ROUNDS * 1e6 * count) / (user + system)), unit: 'changes' })
}

/** Measures visits alone and in batches, a batch of corrections, and the work of one core. */
export async function benchWire(count: number, seed: number): Promise<void> {
  const days = await generateDays({ seed, visits: count + EARLIER })
  const { all, starts } = flat(days)
  const sizes = (name: string, last: number, size: number): void => {
    const [start = 0, end = 0] = [starts[EARLIER], starts[last]]
    const documents = days.visits.slice(EARLIER, last).map(({ document }) => Buffer.byteLength(JSON.stringify(document)))
    const total = documents.reduce((sum, one) => sum + one, 0)
    reportSizes(`wire.${name}`, cut(all, start, end, size), last - EARLIER, total)
  }
  sizes('visit1', EARLIER + 1, 500)
  for (const size of [1, 16, 64, 128, 500]) sizes(`visits60.by${size}`, EARLIER + 60, size)
  sizes(`visits${count}.by64`, EARLIER + count, 64)
  sizes(`visits${count}.by500`, EARLIER + count, 500)

  const { earlier, edits } = await generateEdits({ seed, count: 60 })
  const history = [...earlier, ...edits]
  for (const size of [1, 64]) reportSizes(`wire.edits60.by${size}`, cut(history, earlier.length, history.length, size), edits.length, 0)

  for (const size of [64, 500]) {
    const cuts = cut(all, starts[EARLIER] ?? 0, starts[EARLIER + Math.min(count, 200)] ?? 0, size)
    const changes = cuts.reduce((sum, { bodies }) => sum + bodies.length, 0)
    const packed = cuts.map(({ bytes }) => compress(bytes, 3))
    reportSpeed(`wire.encode.by${size}`, changes, () => {
      for (const { bodies, before } of cuts) encodeBodies(bodies, hashOf, before)
    })
    for (const level of LEVELS)
      reportSpeed(`wire.compress${level}.by${size}`, changes, () => {
        for (const { bytes } of cuts) compress(bytes, level)
      })
    reportSpeed(`wire.decompress.by${size}`, changes, () => {
      for (const bytes of packed) decompress(bytes, 10_000_000)
    })
    reportSpeed(`wire.decode.by${size}`, changes, () => {
      for (const { bytes, before } of cuts) decodeBodies(bytes, hashOf, LIMITS, before)
    })
  }
}

/** All changes in a row, and where each visit begins among them. */
function flat({ setUp, visits }: GeneratedDays): { all: string[]; starts: number[] } {
  const starts = [setUp.length]
  for (const { bodies } of visits) starts.push((starts.at(-1) ?? 0) + bodies.length)
  return { all: [...setUp, ...visits.flatMap(visit => visit.bodies)], starts }
}
