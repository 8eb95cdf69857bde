import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildRegistry } from '../../src/registry/build'
import { findGroups } from '../../src/registry/duplicates/find-groups'
import { readList } from '../../src/registry/duplicates/read-list'
import { openRegistry } from '../../src/registry/open'
import { registryPlaceIn } from '../../src/registry/place'
import { openSnapshot } from '../../src/registry/snapshot/snapshot'
import { writeSnapshot } from '../../src/registry/snapshot/write-snapshot'
import { measureDifference } from './difference.ts'
import { stopwatch } from './measure.ts'
import { writeRegistryCsv } from './registry-csv.ts'

const REFERENCE = join(import.meta.dirname, '../../out/reference/reference.db')
/** It serves as the second thread too, as it does beside an import. */
const IMPORT_PROGRAM = new URL('../../src/registry/import/import-worker.ts', import.meta.url)
const say = (metric: string, facts: object): void => void process.stdout.write(`${JSON.stringify({ metric, ...facts })}\n`)

/** From a CSV to a searchable file, from that to a snapshot and back, and the duplicates among a tenth of the people. */
export async function benchImport(rows: number, seed: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-import-'))
  try {
    const csv = join(folder, 'dtsen.csv')
    await writeRegistryCsv(csv, rows, seed)
    const program = join(import.meta.dirname, 'import-run.ts')
    const loader = join(import.meta.dirname, '../extensionless.ts')
    const answer = execFileSync(process.execPath, ['--import', loader, program, csv, folder], { encoding: 'utf8' })
    const place = registryPlaceIn(folder, { isNew: false })
    say('import.csv', {
      ...(JSON.parse(answer) as object),
      rows,
      csvMb: statSync(csv).size / 1e6,
      fileMb: statSync(place.path).size / 1e6,
      targetSeconds: 45,
      targetPeakMb: 500,
      targetMainBlockMs: 50
    })
    await benchSnapshot(folder)
    say('snapshot.difference', await measureDifference(place, folder, seed, IMPORT_PROGRAM))
    const part = join(folder, 'part.csv')
    await writeRegistryCsv(part, rows / 10, seed + 1)
    const duplicates = stopwatch()
    const { people } = await readList({ file: part, referenceFile: REFERENCE, map: null, year: 2026 })
    const groups = await findGroups(people.map(one => one.comparable))
    say('duplicates.list', { ...duplicates(), people: people.length, groups: groups.length, targetSeconds: 30 })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function benchSnapshot(folder: string): Promise<void> {
  const place = registryPlaceIn(folder, { isNew: false })
  const registry = openRegistry(place.path, place.key, place.signer.trust)
  const path = join(folder, 'registry.slrs')
  const writing = stopwatch()
  const { bytes, chunks, edition } = await writeSnapshot(path, registry.edition, registry.villageRows())
  registry.close()
  say('snapshot.write', {
    ...writing(),
    bytesARow: bytes / edition.rowCount,
    chunks: chunks.length,
    rows: edition.rowCount,
    targetBytesARow: 22
  })
  const building = stopwatch()
  const { rowCount: _, contentHash, ...draft } = edition
  const snapshot = await openSnapshot(path)
  const built = await buildRegistry({
    path: join(folder, 'desk.db'),
    key: place.key,
    edition: draft,
    rows: snapshot.rows(),
    contentHash,
    secondThread: IMPORT_PROGRAM,
    signer: place.signer
  })
  say('snapshot.searchable', { ...building(), isSame: built.contentHash === contentHash, rows: built.rowCount, targetSeconds: 20 })
}
