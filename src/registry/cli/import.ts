import { existsSync } from 'node:fs'
import { parse, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type LocalDate, localDateOf } from '#shared/clock'
import { counted } from '#shared/counted'
import { Day } from '#shared/day'
import { type Edition, REGISTRY_SOURCES, RegistryPeriod, RegistrySource } from '#shared/registry/edition'
import { IMPORT_WORDS } from '#shared/registry/import-words'
import { mayBe } from '#shared/registry/period'
import { readMapFile } from '../import/column-maps'
import type { ImportProgress, ImportReport } from '../import/import-registry'
import { importInThread } from '../import/import-thread'
import { openRegistry } from '../open'
import { type RegistryPlace, registryPlaceIn } from '../place'
import { RegistryError } from '../registry'
import { type Command, type Shell, UsageError } from './shell'

export const importCommand: Command = {
  usage:
    'import FILE --period 2026-T4 --source DTSEN --data DIR [--map MAP.json] [--taken-on 2026-11-18] [--set-aside LIST.csv] [--force] [--json]   makes the registry of a list',
  async run(shell, args) {
    const { values, file } = given(args, localDateOf(shell.now(), 'WIB'))
    const place = registryPlaceIn(resolve(values.data), { isNew: true })
    const order = {
      file,
      source: values.source,
      period: values.period,
      takenOn: values.takenOn,
      now: shell.now(),
      map: values.map === undefined ? null : readMapFile(values.map),
      referenceFile: shell.referenceFile,
      path: place.path,
      key: place.key,
      held: heldIn(place),
      setAsideFile: resolve(values.setAside ?? besides(file)),
      isForced: values.force
    }
    const watching = { onProgress: noteProgress(shell), signal: shell.signal }
    const report = await importInThread(shell.importProgram, { order, privateKey: place.privateKey }, watching)
    shell.say(values.json ? JSON.stringify(report) : told(report))
    return 0
  }
}

function given(args: string[], today: LocalDate) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  const options = { period: text, source: text, data: text, map: text, 'taken-on': text, 'set-aside': text, force: flag, json: flag }
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [file, ...more] = positionals
  if (!file || more.length > 0) throw new UsageError('Name one file to import.')
  const period = RegistryPeriod.safeParse(values.period)
  if (!period.success) throw new UsageError('--period names the quarter or month of the data: 2026-T4 or 2026-11.')
  if (!mayBe(period.data, today)) throw new UsageError(`--period ${period.data} has not begun.`)
  const source = RegistrySource.safeParse(values.source)
  if (!source.success) throw new UsageError(`--source is one of ${REGISTRY_SOURCES.join(', ')}.`)
  const takenOn = Day.nullable().safeParse(values['taken-on'] ?? null)
  if (!takenOn.success) throw new UsageError('--taken-on is a day such as 2026-11-18.')
  if (!values.data) throw new UsageError('--data names the folder in which the registry is kept.')
  const { map, force, json, data } = values
  return {
    file: resolve(file),
    values: { period: period.data, source: source.data, takenOn: takenOn.data, data, map, setAside: values['set-aside'], force, json }
  }
}

/** The edition in service; none when there is no registry yet. */
function heldIn(place: RegistryPlace): Edition | null {
  if (!existsSync(place.path)) return null
  try {
    const registry = openRegistry(place.path, place.key, place.signer.trust)
    registry.close()
    return registry.edition
  } catch (error) {
    // a damaged registry is what an import puts right
    if (error instanceof RegistryError) return null
    throw error
  }
}

const besides = (file: string): string => {
  const { dir, name } = parse(file)
  return `${dir}/${name}.disisihkan.csv`
}

const STEPS: Record<ImportProgress['step'], string> = {
  file: 'checking the file',
  rows: 'reading',
  names: 'ordering names',
  numbers: 'ordering numbers',
  proof: 'proving'
}
const number = new Intl.NumberFormat('en')

/** A line a step, and one a second within it. */
function noteProgress({ note }: Shell): (progress: ImportProgress) => void {
  let last = { step: '', at: 0 }
  return ({ step, share, read, setAside }) => {
    const at = performance.now()
    if (step === last.step && at - last.at < 1000) return
    last = { step, at }
    note(
      `${STEPS[step]} ${Math.round(share * 100)} %${read > 0 ? `  ${counted(read, 'row', { format: number.format })}, ${number.format(setAside)} set aside` : ''}`
    )
  }
}

function told({ outcome, edition, read, kept, setAside, reasons, remarks, columns, setAsideFile, sheetsLeftOut }: ImportReport): string {
  const data = `${edition.source} ${edition.period}`
  if (outcome === 'unchanged') return `${data}: this very file is the registry in service. Nothing was changed.`
  const lines = [
    `${data}: ${counted(read, 'row', { format: number.format })} read = ${number.format(kept)} taken over + ${number.format(setAside)} set aside.`
  ]
  for (const [reason, count] of mostFirst(reasons)) lines.push(`  set aside ${number.format(count)}: ${IMPORT_WORDS.en.setAside[reason]}`)
  for (const [remark, count] of mostFirst(remarks))
    lines.push(`  taken over, with a remark, ${number.format(count)}: ${IMPORT_WORDS.en.remark[remark]}`)
  lines.push(
    `  columns: ${Object.entries(columns)
      .map(([target, header]) => `${target} = "${header}"`)
      .join(', ')}`
  )
  if (sheetsLeftOut.length > 0)
    lines.push(`  not read, because their columns are others: ${sheetsLeftOut.map(sheet => `sheet "${sheet}"`).join(', ')}`)
  if (setAsideFile) lines.push(`  the rows set aside: ${setAsideFile}`)
  return lines.join('\n')
}

const mostFirst = <K extends string>(counts: Partial<Record<K, number>>): [K, number][] =>
  (Object.entries(counts) as [K, number][]).sort((a, b) => b[1] - a[1])
