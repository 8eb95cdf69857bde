import type Database from 'better-sqlite3'
import { type Deletes, eachNear, indexDeletes } from './deletes'
import { Growing } from './growing'
import { type NameRows, partOf } from './name-rows'
import { loadNumbers, loadPart } from './parts'
import type { Postings } from './posting'

/** No form has such a letter. */
const PAST_ALL = '\uffff'

/**
 * Every word of the registry's names, in memory: about 60 bytes a word. A *form* is a word as it is written, or a sound key; each leads to the key
 * under which names are found. Forms are one long text: so many small strings would take three times as much.
 */
export class Vocabulary {
  /** How many names hold a key. */
  readonly names: Uint32Array
  /** How many bear a name, in eighths of a doubling. */
  readonly commonness: Uint8Array
  /** The highest of these. */
  readonly mostCommon: number
  /** Forms in alphabetical order, one a line; one form may stand twice, with two keys. */
  readonly #text: string
  /** Where each form begins in the text; one more for the end. */
  readonly #starts: Uint32Array
  readonly #formKeys: Uint32Array
  /** Which form is the key itself; keys are numbered in alphabetical order too. */
  readonly #keyForms: Uint32Array
  readonly #deletes: Deletes
  /** Which letters each form has; made when it is first asked for. */
  #letters: Uint32Array | undefined

  constructor({ text, names, commonness, formKeys, keyForms, deletes }: LoadedParts) {
    this.names = names
    this.commonness = commonness
    this.mostCommon = commonness.reduce((most, one) => Math.max(most, one), 0)
    this.#text = text
    this.#starts = lineStarts(text, formKeys.length)
    this.#formKeys = formKeys
    this.#keyForms = keyForms
    this.#deletes = deletes
  }

  keyNumber(key: string): number | undefined {
    const at = firstNotBelow(this.#keyForms.length, number => this.#compare(this.#keyForms[number] ?? 0, key) < 0)
    return at < this.#keyForms.length && this.#compare(this.#keyForms[at] ?? 0, key) === 0 ? at : undefined
  }

  /** Whether some word, or the key of one, begins so. */
  hasStart(start: string): boolean {
    const at = this.#firstForm(start)
    return at < this.#formKeys.length && this.#text.startsWith(start, this.#starts[at])
  }

  /** How many names hold the key; 0 for one that is not here. */
  namesOf(key: string): number {
    return this.names[this.keyNumber(key) ?? -1] ?? 0
  }

  /** Whether some name has the key in this very spelling. */
  isForm(word: string, key: number): boolean {
    let isOne = false
    this.eachOf(word, own => {
      isOne ||= own === key
    })
    return isOne
  }

  /** The keys of names that have the word in this very spelling. */
  eachOf(word: string, take: (key: number) => void): void {
    for (let at = this.#firstForm(word); at < this.#formKeys.length && this.#compare(at, word) === 0; at++) take(this.#formKeys[at] ?? 0)
  }

  /** Every form that may be a slip or two away from the word; some come twice. */
  eachNear(word: string, take: (form: string, key: number) => void): void {
    eachNear(this.#deletes, word, index => take(this.#form(index), this.#formKeys[index] ?? 0))
  }

  /**
   * Every form whose letters differ from the word's by no more than so many slips may change, in whatever order they stand: a look at every form,
   * for words that lead to nobody otherwise.
   */
  eachOfLikeLetters(word: string, slips: number, take: (form: string, key: number) => void): void {
    this.#letters ??= Uint32Array.from({ length: this.#formKeys.length }, (_, index) => lettersIn(this.#form(index)))
    const [letters, starts] = [lettersIn(word), this.#starts]
    for (let index = 0; index < this.#letters.length; index++) {
      // a wrong letter takes one away and adds another
      if (bitsIn(letters ^ (this.#letters[index] ?? 0)) > 2 * slips) continue
      const length = (starts[index + 1] ?? 0) - (starts[index] ?? 0) - 1
      if (Math.abs(length - word.length) <= slips) take(this.#form(index), this.#formKeys[index] ?? 0)
    }
  }

  /** The length and the key of every form that begins so, in alphabetical order; of a short start that is thousands. */
  eachStart(start: string, take: (length: number, key: number) => void): void {
    const until = this.#firstForm(start + PAST_ALL)
    for (let at = this.#firstForm(start); at < until; at++)
      take((this.#starts[at + 1] ?? 0) - (this.#starts[at] ?? 0) - 1, this.#formKeys[at] ?? 0)
  }

  /** The same with the form itself, which takes longer. */
  eachForm(start: string, take: (form: string, key: number) => void): void {
    const until = this.#firstForm(start + PAST_ALL)
    for (let at = this.#firstForm(start); at < until; at++) take(this.#form(at), this.#formKeys[at] ?? 0)
  }

  /** The first form that is not below the text. */
  #firstForm(text: string): number {
    return firstNotBelow(this.#formKeys.length, index => this.#compare(index, text) < 0)
  }

  /** Below 0 when the form stands before the text, 0 when it is the text; letter by letter, as cutting the form out makes rubbish at every look. */
  #compare(index: number, text: string): number {
    const [from, until] = [this.#starts[index] ?? 0, (this.#starts[index + 1] ?? 1) - 1]
    const shared = Math.min(until - from, text.length)
    for (let at = 0; at < shared; at++) {
      const apart = this.#text.charCodeAt(from + at) - text.charCodeAt(at)
      if (apart !== 0) return apart
    }
    return until - from - text.length
  }

  #form(index: number): string {
    return this.#text.slice(this.#starts[index], (this.#starts[index + 1] ?? 1) - 1)
  }
}

type LoadedParts = {
  text: string
  names: Uint32Array
  commonness: Uint8Array
  formKeys: Uint32Array
  keyForms: Uint32Array
  deletes: Deletes
}

function lineStarts(text: string, lines: number): Uint32Array {
  const starts = new Uint32Array(lines + 1)
  for (let line = 1, at = 0; line < lines; line++) {
    at = text.indexOf('\n', at) + 1
    starts[line] = at
  }
  starts[lines] = text.length + 1
  return starts
}

/** A bit for each letter that the word has; what is no letter of A to Z shares the rest. */
function lettersIn(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) - 65)
  return letters
}

function bitsIn(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

function firstNotBelow(count: number, isBelow: (index: number) => boolean): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBelow(middle)) low = middle + 1
    else high = middle
  }
  return low
}

export type VocabularyParts = { names: Uint32Array; forms: string[]; formKeys: Uint32Array; keyForms: Uint32Array; deletes: Deletes }

/** Keys come in alphabetical order; `pairs` leads from a written word to the numbers of its keys. */
export function vocabularyParts(keys: string[], names: Uint32Array, pairs: ReadonlyMap<string, readonly number[]>): VocabularyParts {
  const forms: string[] = []
  const formKeys = new Growing()
  const keyForms = new Uint32Array(keys.length)
  let next = 0
  const add = (form: string, key: number): void => {
    forms.push(form)
    formKeys.push(key)
  }
  const addKeysBefore = (word: string | undefined): void => {
    for (let key = keys[next]; key !== undefined && (word === undefined || key <= word); key = keys[next]) {
      keyForms[next] = forms.length
      add(key, next++)
    }
  }
  // both lists are in alphabetical order, so one pass along them does, without a table of all forms
  for (const word of [...pairs.keys()].sort()) {
    addKeysBefore(word)
    for (const key of pairs.get(word) ?? []) if (keys[key] !== word) add(word, key)
  }
  addKeysBefore(undefined)
  return { names, forms, formKeys: formKeys.all(), keyForms, deletes: indexDeletes(forms) }
}

export function* vocabularyRows({ names, forms, formKeys, keyForms, deletes }: VocabularyParts): Generator<NameRows> {
  yield partOf('names', names, 1)
  yield partOf('forms', new TextEncoder().encode(forms.join('\n')), 1)
  yield partOf('form-keys', formKeys, 1)
  yield partOf('key-forms', keyForms, 1)
  yield partOf('delete-starts', deletes.starts, 1)
  yield partOf('delete-words', deletes.words, 1)
}

export const loadPostings = (raw: Database.Database): Postings => ({
  starts: loadNumbers(raw, 'posting-starts'),
  bytes: loadPart(raw, 'postings')
})

export const loadVocabulary = (raw: Database.Database): Vocabulary =>
  new Vocabulary({
    text: loadPart(raw, 'forms').toString('utf8'),
    names: loadNumbers(raw, 'names'),
    commonness: loadPart(raw, 'commonness'),
    formKeys: loadNumbers(raw, 'form-keys'),
    keyForms: loadNumbers(raw, 'key-forms'),
    deletes: { starts: loadNumbers(raw, 'delete-starts'), words: loadNumbers(raw, 'delete-words') }
  })
