import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { writeReferenceFile } from './reference/reference-file.ts'

const ROOT = join(import.meta.dirname, '..')
const FILE = join(ROOT, 'out/reference/reference.db')
const AREA_FOLDER = join(ROOT, 'node_modules/idn-area-data/data')
const INPUTS = [
  AREA_FOLDER,
  join(ROOT, 'build/reference'),
  join(ROOT, 'scripts/reference'),
  join(ROOT, 'src/shared/areas'),
  join(ROOT, 'src/shared/directory')
]

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
const newestInput = Math.max(...INPUTS.flatMap(folder => readdirSync(folder).map(name => changedAt(join(folder, name)))))

if (changedAt(FILE) <= newestInput) {
  const startedAt = performance.now()
  writeReferenceFile(FILE, AREA_FOLDER)
  console.log(`reference.db written in ${Math.round(performance.now() - startedAt)} ms`)
}
