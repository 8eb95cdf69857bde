import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { writeReferenceFile } from './reference/reference-file.ts'
import { writeSampleRegistry } from './reference/sample-registry.ts'

const ROOT = join(import.meta.dirname, '..')
const FILE = join(ROOT, 'out/reference/reference.db')
const SAMPLE = join(ROOT, 'out/reference/sample-registry.json.gz')
const AREA_FOLDER = join(ROOT, 'node_modules/idn-area-data/data')
const INPUTS = [
  AREA_FOLDER,
  join(ROOT, 'build/reference'),
  join(ROOT, 'scripts/reference'),
  join(ROOT, 'scripts/generated-registry'),
  join(ROOT, 'src/shared/areas'),
  join(ROOT, 'src/shared/directory')
]

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
const newestInput = Math.max(...INPUTS.flatMap(folder => readdirSync(folder).map(name => changedAt(join(folder, name)))))

if (Math.min(changedAt(FILE), changedAt(SAMPLE)) <= newestInput) {
  const startedAt = performance.now()
  writeReferenceFile(FILE, AREA_FOLDER)
  await writeSampleRegistry(SAMPLE)
  console.log(`reference.db and the sample register written in ${Math.round(performance.now() - startedAt)} ms`)
}
