import { createPublicKey, hkdfSync, verify } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { OpenRegistry, Registry, RegistryTrust } from '#registry/registry'
import { RegistryError } from '#registry/registry'
import { arrangeShelf, listShelf, listSpent, type ShelfFile, shelfPath, sweepShelf } from '#registry/shelf'
import { type Edition, type EditionDraft, searchedByName } from '#shared/registry/edition'
import type { RegistryPerson } from '#shared/registry/person'
import { statement } from '../changes/rows'

/** Where the copies of the register lie in a desk's folder, and the key of those files alone. */
export const registryPlace = (data: string, databaseKey: Uint8Array): { folder: string; key: Buffer } => ({
  folder: join(data, 'registry'),
  key: Buffer.from(hkdfSync('sha256', databaseKey, new Uint8Array(), 'loket-slrt registry', 32))
})

export type OpenedRegistry = { kind: 'ready'; registry: Registry } | { kind: 'absent' } | { kind: 'unreadable' }
type OpenedFile = Exclude<OpenedRegistry, { kind: 'absent' }>
/** An edition in service; its name says what it should be where it cannot be read. */
export type HeldEdition = ShelfFile & { opened: OpenedFile }
/** Somebody in a register, and which one. */
export type RegistryRow = { person: RegistryPerson; edition: Edition }
type NewEdition = Pick<EditionDraft, 'source' | 'period'> & { village?: string | null }

/**
 * The copies of registers on this desk, read only: of each source the newest, and the period before. A file that is not there or not sound is a state
 * and never an error: the counter goes on with the others, or by hand.
 */
export type RegistryShelf = {
  /** Where the files lie, with what is remembered of columns. */
  readonly folder: string
  readonly key: Uint8Array
  /** The number of the next file: what is imported later is in service. */
  nextNumber(): number
  /** Where a new edition is built, and what opens it. */
  placeFor(edition: NewEdition): { path: string; key: Uint8Array }
  /** All in service, in the order of the answer. */
  editions(): HeldEdition[]
  /** Asks the first that can be read; undefined when there is none. */
  ask<T>(question: (registry: Registry) => T): T | undefined
  /** Asks each that can be read, in the order of the answer. */
  askEach<T>(question: (registry: Registry) => T): T[]
  /** Asks those that a name is looked for in; see `searchedByName`. */
  askForNames<T>(question: (registry: Registry) => T): T[]
  state(): OpenedRegistry
  /** Closes what has had its time, and says which files can be destroyed. */
  retire(): string[]
  /** Closes a file that is to be destroyed though it is in service. */
  drop(path: string): void
  /** A name for a row that says nothing of the person; known while this desk runs. */
  remember(row: RegistryRow): string
  recall(ref: string): RegistryRow | undefined
  close(): void
}

type Place = {
  folder: string
  key: Uint8Array
  trust: RegistryTrust
  open: OpenRegistry
  report: (channel: string, error: unknown) => string
}

/** So many rows that were shown can still be opened; a search shows twenty. */
const REMEMBERED = 2_000

export function registryShelf({ folder, key, trust, open, report }: Place): RegistryShelf {
  sweepShelf(folder)
  const held = new Map<string, { mark: string; opened: OpenedFile }>()
  let given = 0
  /** Two that are built at the same time have names of their own. */
  const nextNumber = (): number => {
    given = Math.max(given, ...listShelf(folder).map(({ n }) => n)) + 1
    return given
  }
  const close = (path: string): void => {
    const opened = held.get(path)?.opened
    if (opened?.kind === 'ready') opened.registry.close()
    held.delete(path)
  }
  const fail = (error: unknown): OpenedFile => {
    report('registry', error)
    return { kind: 'unreadable' }
  }
  const openFile = (path: string): OpenedFile => {
    try {
      return { kind: 'ready', registry: open(path, key, trust) }
    } catch (error) {
      if (!(error instanceof RegistryError)) throw error
      return fail(error)
    }
  }
  /** A newer file has a name of its own or takes the place of the old one as a whole, so that names and marks tell whether anything is new. */
  const editions = (): HeldEdition[] => {
    const { inService } = arrangeShelf(listShelf(folder))
    for (const path of held.keys()) if (!inService.some(file => file.path === path)) close(path)
    return inService.map(file => {
      const [mark, known] = [markOf(file.path), held.get(file.path)]
      if (known?.mark === mark) return { ...file, opened: known.opened }
      close(file.path)
      const opened = openFile(file.path)
      held.set(file.path, { mark, opened })
      return { ...file, opened }
    })
  }
  const askOne = <T>({ path, opened }: HeldEdition, question: (registry: Registry) => T): { answer: T } | undefined => {
    if (opened.kind !== 'ready') return undefined
    try {
      return { answer: question(opened.registry) }
    } catch (error) {
      const mark = held.get(path)?.mark ?? ''
      close(path)
      held.set(path, { mark, opened: fail(error) })
      return undefined
    }
  }
  const askAll = <T>(wanted: readonly HeldEdition[], question: (registry: Registry) => T): { answer: T }[] =>
    wanted.flatMap(edition => askOne(edition, question) ?? [])
  const askForNames = <T>(question: (registry: Registry) => T): T[] => {
    const searched = searchedByName(editions().filter(({ opened }) => opened.kind === 'ready'))
    const said = askAll(searched, question)
    // one of them was found damaged, and counts no more
    return said.length < searched.length ? askForNames(question) : said.map(({ answer }) => answer)
  }
  return {
    folder,
    key,
    nextNumber,
    placeFor: ({ source, period, village = null }) => ({ path: shelfPath(folder, { source, period, village, n: nextNumber() }), key }),
    editions,
    ask(question) {
      for (const edition of editions()) {
        const said = askOne(edition, question)
        if (said) return said.answer
      }
      return undefined
    },
    askEach: question => askAll(editions(), question).map(({ answer }) => answer),
    askForNames,
    state() {
      const all = editions().map(({ opened }) => opened)
      return all.find(({ kind }) => kind === 'ready') ?? all[0] ?? { kind: 'absent' }
    },
    retire() {
      editions()
      return listSpent(folder)
    },
    drop: close,
    ...rememberedRows(),
    close() {
      for (const path of held.keys()) close(path)
    }
  }
}

function rememberedRows(): Pick<RegistryShelf, 'remember' | 'recall'> {
  const refs = new Map<string, RegistryRow>()
  const names = new WeakMap<RegistryPerson, string>()
  let given = 0
  return {
    remember(row) {
      const known = names.get(row.person)
      if (known && refs.has(known)) return known
      const ref = `r${++given}`
      names.set(row.person, ref)
      refs.set(ref, row)
      const [oldest] = refs.keys()
      if (refs.size > REMEMBERED && oldest) refs.delete(oldest)
      return ref
    },
    recall: ref => refs.get(ref)
  }
}

/** Trusts what this desk, another desk of the office, or the district has signed. */
export function trustOf(raw: Database): RegistryTrust {
  return (keyId, bytes, signature) => {
    const found = statement(
      raw,
      'select public_key from device where key_id = ? union all select district_key from here where district_key is not null'
    )
      .raw(true)
      .all(keyId) as [string][]
    return found.some(([der]) => {
      const key = createPublicKey({ key: Buffer.from(der, 'base64'), type: 'spki', format: 'der' })
      return verify(null, bytes, key, signature)
    })
  }
}

function markOf(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false })
  return stat ? `${stat.ino} ${stat.size} ${stat.mtimeNs}` : ''
}
