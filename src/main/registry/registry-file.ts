import { createPublicKey, hkdfSync, verify } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { OpenRegistry, Registry, RegistryTrust } from '#registry/registry'
import { RegistryError } from '#registry/registry'
import type { RegistryPerson } from '#shared/registry/person'
import { statement } from '../changes/rows'

/** Where the copy of the register lies in a desk's folder, and the key of that file alone. */
export const registryPlace = (data: string, databaseKey: Uint8Array): { path: string; key: Buffer } => ({
  path: join(data, 'registry', 'registry.db'),
  key: Buffer.from(hkdfSync('sha256', databaseKey, new Uint8Array(), 'loket-slrt registry', 32))
})

export type OpenedRegistry = { kind: 'ready'; registry: Registry } | { kind: 'absent' } | { kind: 'unreadable' }

/** The copy of the register on this desk, read only. A file that is not there or not sound is a state and never an error: the counter goes on by hand. */
export type RegistryFile = {
  /** Where the file lies and what opens it, for who builds a newer one. */
  readonly place: { readonly path: string; readonly key: Uint8Array }
  /** Asks the newest copy; undefined when there is none that can be read. */
  ask<T>(question: (registry: Registry) => T): T | undefined
  state(): OpenedRegistry
  /** A name for a row that says nothing of the person; known while this desk runs. */
  remember(person: RegistryPerson): string
  recall(ref: string): RegistryPerson | undefined
  close(): void
}

type Place = {
  path: string
  key: Uint8Array
  trust: RegistryTrust
  open: OpenRegistry
  report: (channel: string, error: unknown) => string
}

/** So many rows that were shown can still be opened; a search shows twenty. */
const REMEMBERED = 2_000

export function registryFile({ path, key, trust, open, report }: Place): RegistryFile {
  const held = { mark: '', opened: { kind: 'absent' } as OpenedRegistry }
  const refs = new Map<string, RegistryPerson>()
  const names = new WeakMap<RegistryPerson, string>()
  let given = 0

  const fail = (error: unknown): OpenedRegistry => {
    if (held.opened.kind === 'ready') held.opened.registry.close()
    if (error instanceof RegistryError && error.problem === 'missing') return { kind: 'absent' }
    report('registry', error)
    return { kind: 'unreadable' }
  }
  /** A newer copy is put in the place of the old one as a whole, so the file itself tells whether it is still the same. */
  const state = (): OpenedRegistry => {
    const mark = markOf(path)
    if (mark === held.mark) return held.opened
    if (held.opened.kind === 'ready') held.opened.registry.close()
    held.mark = mark
    held.opened = { kind: 'absent' }
    if (mark === '') return held.opened
    try {
      held.opened = { kind: 'ready', registry: open(path, key, trust) }
    } catch (error) {
      held.opened = fail(error)
    }
    return held.opened
  }
  return {
    place: { path, key },
    state,
    ask(question) {
      const opened = state()
      if (opened.kind !== 'ready') return undefined
      try {
        return question(opened.registry)
      } catch (error) {
        held.opened = fail(error)
        return undefined
      }
    },
    remember(person) {
      const known = names.get(person)
      if (known && refs.has(known)) return known
      const ref = `r${++given}`
      names.set(person, ref)
      refs.set(ref, person)
      const [oldest] = refs.keys()
      if (refs.size > REMEMBERED && oldest) refs.delete(oldest)
      return ref
    },
    recall: ref => refs.get(ref),
    close() {
      if (held.opened.kind === 'ready') held.opened.registry.close()
      held.opened = { kind: 'absent' }
    }
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
