import type Database from 'better-sqlite3'
import { type Deletes, eachNear, indexDeletes } from './deletes'

/**
 * Every word of the registry's names, in memory: about 60 bytes a word. A *form* is a word as it is written, or a sound key; each leads to the key
 * under which names are found.
 */
export class Vocabulary {
  /** How many names hold a key. */
  readonly names: Uint32Array
  readonly #keys: Map<string, number>
  /** In alphabetical order; one form may stand twice, with two keys. */
  readonly #forms: string[]
  readonly #formKeys: Uint32Array
  readonly #deletes: Deletes

  constructor(parts: VocabularyParts) {
    this.names = parts.names
    this.#keys = new Map(parts.keys.map((key, index) => [key, index]))
    this.#forms = parts.forms
    this.#formKeys = parts.formKeys
    this.#deletes = parts.deletes
  }

  keyNumber(key: string): number | undefined {
    return this.#keys.get(key)
  }

  /** Every form that may be one slip away from the word; some come twice. */
  eachNear(word: string, take: (form: string, key: number) => void): void {
    eachNear(this.#deletes, word, index => take(this.#forms[index] ?? '', this.#formKeys[index] ?? 0))
  }

  /** Every form that begins so, in alphabetical order. */
  eachStart(start: string, take: (form: string, key: number) => void): void {
    for (let at = this.#firstFrom(start); at < this.#forms.length; at++) {
      const form = this.#forms[at] ?? ''
      if (!form.startsWith(start)) return
      take(form, this.#formKeys[at] ?? 0)
    }
  }

  #firstFrom(start: string): number {
    let [low, high] = [0, this.#forms.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#forms[middle] ?? '') < start) low = middle + 1
      else high = middle
    }
    return low
  }
}

export type VocabularyParts = { keys: string[]; names: Uint32Array; forms: string[]; formKeys: Uint32Array; deletes: Deletes }

/** `pairs` leads from a written word to the numbers of its keys. */
export function vocabularyParts(keys: string[], names: Uint32Array, pairs: ReadonlyMap<string, ReadonlySet<number>>): VocabularyParts {
  const keysOf = new Map<string, Set<number>>(keys.map((key, index) => [key, new Set([index])]))
  for (const [word, numbers] of pairs) {
    const known = keysOf.get(word) ?? new Set()
    for (const number of numbers) known.add(number)
    keysOf.set(word, known)
  }
  const forms: string[] = []
  const formKeys: number[] = []
  for (const form of [...keysOf.keys()].sort()) {
    for (const key of keysOf.get(form) ?? []) {
      forms.push(form)
      formKeys.push(key)
    }
  }
  return { keys, names, forms, formKeys: Uint32Array.from(formKeys), deletes: indexDeletes(forms) }
}

export function saveVocabulary(raw: Database.Database, { keys, names, forms, formKeys, deletes }: VocabularyParts): void {
  const save = raw.prepare('insert into part values(?, ?)')
  const parts: [string, Buffer][] = [
    ['keys', Buffer.from(keys.join('\n'))],
    ['names', bytesOf(names)],
    ['forms', Buffer.from(forms.join('\n'))],
    ['form-keys', bytesOf(formKeys)],
    ['delete-starts', bytesOf(deletes.starts)],
    ['delete-words', bytesOf(deletes.words)]
  ]
  for (const part of parts) save.run(...part)
}

export function loadVocabulary(raw: Database.Database): Vocabulary {
  const read = raw.prepare('select bytes from part where name = ?').pluck()
  const bytes = (name: string): Buffer => read.get(name) as Buffer
  const words = (name: string): string[] => (bytes(name).length === 0 ? [] : bytes(name).toString('utf8').split('\n'))
  return new Vocabulary({
    keys: words('keys'),
    names: numbersOf(bytes('names')),
    forms: words('forms'),
    formKeys: numbersOf(bytes('form-keys')),
    deletes: { starts: numbersOf(bytes('delete-starts')), words: numbersOf(bytes('delete-words')) }
  })
}

const bytesOf = (numbers: Uint32Array): Buffer => Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength)

function numbersOf(bytes: Buffer): Uint32Array {
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}
