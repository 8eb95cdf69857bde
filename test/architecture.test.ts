import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
/** Imports between features point left. */
const FEATURES = [
  'officers',
  'areas',
  'directory',
  'office',
  'residents',
  'registry',
  'visits',
  'intake',
  'cases',
  'proposals',
  'quality',
  'referrals',
  'reports',
  'letters',
  'search',
  'audit',
  'subjects'
]

type Import = { from: string; to: string }

const files = (['shared', 'wire', 'registry', 'main', 'server', 'preload', 'renderer'] as const).flatMap(name =>
  (readdirSync(join(ROOT, 'src', name), { recursive: true }) as string[])
    .filter(path => /\.tsx?$/.test(path))
    .map(path => `src/${name}/${path.replaceAll('\\', '/')}`)
)

/** Every import of the tree, as paths below the root; packages keep their names. */
const imports: Import[] = files.flatMap(from => {
  const source = readFileSync(join(ROOT, from), 'utf8')
  return [...source.matchAll(/^(?:import|export)\s[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'/gm)].map(match => {
    const name = match[1] ?? match[2] ?? ''
    if (name.startsWith('#')) return { from, to: `src/${name.slice(1)}` }
    if (name.startsWith('.')) return { from, to: relative(ROOT, join(ROOT, dirname(from), name)).replaceAll('\\', '/') }
    return { from, to: name }
  })
})

const featureOf = (path: string): string | undefined => FEATURES.find(feature => path.split('/')[2] === feature)
const show = (found: Import[]): string[] => found.map(({ from, to }) => `${from} -> ${to}`)

it('reads the imports of the whole tree', () => {
  expect(files.length).toBeGreaterThan(100)
  expect(imports.length).toBeGreaterThan(400)
})

it.each(['shared', 'main'])('lets features of %s import only from their left', name => {
  const wrong = imports.filter(({ from, to }) => {
    const [a, b] = [featureOf(from), featureOf(to)]
    const isInside = from.startsWith(`src/${name}/`) && to.startsWith(`src/${name}/`)
    return isInside && a !== undefined && b !== undefined && FEATURES.indexOf(b) > FEATURES.indexOf(a)
  })
  expect(show(wrong)).toEqual([])
})

it('has no files that import each other in a circle, not even for a type', () => {
  const known = new Set(files)
  const ends = ['', '.ts', '.tsx', '/index.ts']
  const next = new Map<string, string[]>()
  for (const { from, to } of imports) {
    const file = ends.map(end => to + end).find(path => known.has(path))
    if (file) next.set(from, [...(next.get(from) ?? []), file])
  }
  const done = new Set<string>()
  const circles: string[] = []
  const follow = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' -> '))
    if (done.has(file)) return
    done.add(file)
    for (const one of next.get(file) ?? []) follow(one, [...way, file])
  }
  for (const file of files) follow(file, [])
  expect(circles).toEqual([])
})

it('keeps the handlers of a feature to that feature', () => {
  const wrong = imports.filter(
    ({ from, to }) => /\.handlers$/.test(to) && featureOf(to) !== featureOf(from) && from !== 'src/main/handlers.ts'
  )
  expect(show(wrong)).toEqual([])
})

it('keeps Electron to the shell and the preload', () => {
  const wrong = imports.filter(
    ({ from, to }) => to === 'electron' && !from.startsWith('src/main/electron/') && !from.startsWith('src/preload/')
  )
  expect(show(wrong)).toEqual([])
})

it('lets only the entry of main import the shell', () => {
  const wrong = imports.filter(
    ({ from, to }) => to.startsWith('src/main/electron/') && !from.startsWith('src/main/electron/') && from !== 'src/main/index.ts'
  )
  expect(show(wrong)).toEqual([])
})

it('keeps processes apart: only shared is imported across a wall, and wire and registry by the two that both need them', () => {
  const processOf = (path: string) => path.split('/')[1] ?? ''
  const isOpen = (from: string, to: string) =>
    to === 'shared' ||
    to === from ||
    ((to === 'wire' || to === 'registry') && (from === 'main' || from === 'server')) ||
    (from === 'registry' && to === 'wire')
  const wrong = imports.filter(({ from, to }) => to.startsWith('src/') && !isOpen(processOf(from), processOf(to)))
  expect(show(wrong)).toEqual([])
})

it('lets the registry engine know only SQLite, zod, shared and wire', () => {
  const isOurs = (to: string) => /^(node:|src\/(shared|wire|registry)\/)|^(zod|better-sqlite3)$/.test(to)
  const readsFiles = (from: string, to: string) => from.startsWith('src/registry/import/') && /^(csv-stringify|@e965\/xlsx)$/.test(to)
  const wrong = imports.filter(({ from, to }) => from.startsWith('src/registry/') && !isOurs(to) && !readsFiles(from, to))
  expect(show(wrong)).toEqual([])
})

it('lets replication know no feature of the desk', () => {
  const wrong = imports.filter(
    ({ from, to }) => from.startsWith('src/main/sync/') && to.startsWith('src/main/') && featureOf(to) !== undefined
  )
  expect(show(wrong)).toEqual([])
})

it('keeps shared pure: it imports zod and itself, and asks no clock and no dice', () => {
  const wrong = imports.filter(({ from, to }) => from.startsWith('src/shared/') && !to.startsWith('src/shared/') && to !== 'zod')
  expect(show(wrong)).toEqual([])
  const impure = files.filter(
    path => path.startsWith('src/shared/') && /Date\.now|Math\.random|new Date\(\)/.test(readFileSync(join(ROOT, path), 'utf8'))
  )
  expect(impure).toEqual([])
})

it('keeps SQL to stores, changes, database and migrations', () => {
  const speaksSql = /\.(selectFrom|insertInto|updateTable|deleteFrom)\(/
  const allowed = /\.store\.ts$|^src\/(main|server)\/(changes|database|backup)\//
  const wrong = files.filter(
    path => /^src\/(main|server)\//.test(path) && !allowed.test(path) && speaksSql.test(readFileSync(join(ROOT, path), 'utf8'))
  )
  expect(wrong).toEqual([])
})

it('keeps window.desk to one file of the renderer', () => {
  const wrong = files.filter(
    path =>
      path.startsWith('src/renderer/') && path !== 'src/renderer/api.ts' && readFileSync(join(ROOT, path), 'utf8').includes('window.desk')
  )
  expect(wrong).toEqual([])
})

it('puts the library’s styles into a layer, below our own in whichever order they are loaded', () => {
  const styles = imports.filter(({ to }) => /^@mantine\/.*\.css$/.test(to))
  expect(styles.length).toBeGreaterThan(3)
  expect(styles.filter(({ to }) => !to.endsWith('.layer.css'))).toEqual([])
})

it('has no drawer for things without a place', () => {
  expect(files.filter(path => /\/(utils?|helpers?|common|misc|lib)(\/|\.)/.test(path))).toEqual([])
})
