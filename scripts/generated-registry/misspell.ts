// How names get misspelt, from two sides that know nothing of the program's folding: fingers on a keyboard, and ears and schools of spelling.
// The second list is of pairs seen on Indonesian papers: Soewandi/Ejaan Republik and van Ophuijsen spellings, Arabic names written by ear,
// Javanese o/a, names cut in two or run together.
import { between, oneOf, type Random } from '../seeded.ts'

const KEYS = ['QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM'] as const

/** What is written for what, in either direction, and where: `^` at the head, `$` at the end. */
const BY_EAR: [readonly [string, string], ...(readonly [string, string])[]] = [
  ['U', 'OE'],
  ['C', 'TJ'],
  ['J', 'DJ'],
  ['Y', 'J'],
  ['NY', 'NJ'],
  ['SY', 'SJ'],
  ['KH', 'CH'],
  ['KH', 'H'],
  ['KH', 'K'],
  ['SY', 'S'],
  ['SH', 'S'],
  ['F', 'P'],
  ['V', 'F'],
  ['Z', 'J'],
  ['Z', 'S'],
  ['Q', 'K'],
  ['GH', 'G'],
  ['DZ', 'Z'],
  ['DH', 'D'],
  ['TH', 'T'],
  ['I', 'IE'],
  ['I', 'Y'],
  ['I', 'E'],
  ['U', 'O'],
  ['A', 'O'],
  ['AI', 'AE'],
  ['AU', 'O'],
  ['IY', 'Y'],
  ['IYA', 'IA'],
  ['UWA', 'UA'],
  ['UDIN', 'UDDIN'],
  ['MM', 'M'],
  ['LL', 'L'],
  ['NN', 'N'],
  ['S', 'SS'],
  ['AH$', 'A'],
  ['AH$', 'OH'],
  ['O$', 'A'],
  ['I$', 'IH'],
  ['NG$', 'N'],
  ['D$', 'T'],
  ['K$', 'Q'],
  ['^A', 'HA'],
  ['^E', 'HE'],
  ['^I', 'HI'],
  ['^U', 'HU']
]

const SHORT: ReadonlyMap<string, readonly [string, ...string[]]> = new Map([
  ['MUHAMMAD', ['M', 'MUH', 'MOH', 'MOCH', 'MUHAMAD', 'MOHAMMAD', 'MOCHAMAD', 'MUCHAMMAD']],
  ['SITI', ['ST', 'STI', 'SITTI', 'SITY']],
  ['ABDUL', ['ABD', 'ABDOEL', 'ABDL']],
  ['AHMAD', ['ACHMAD', 'AKHMAD', 'AHMED', 'ACH']],
  ['NUR', ['NOER', 'NOOR', 'NOR']],
  ['YUSUF', ['JUSUF', 'YUSUP', 'YOSUF']],
  ['FATIMAH', ['FATIMA', 'FATHIMAH', 'PATIMAH', 'PATMAH']],
  ['SOEHARTO', ['SUHARTO']],
  ['JOKO', ['DJOKO', 'JAKA']]
])

/** One slip of a finger: the key beside, one key twice, one not struck, two in the wrong order. */
function byFinger(random: Random, word: string): string {
  const at = between(random, random() < 0.85 ? 1 : 0, word.length - 1)
  const letter = word[at] ?? ''
  const kind = random()
  if (kind < 0.35) return word.slice(0, at) + beside(random, letter) + word.slice(at + 1)
  if (kind < 0.6) return word.slice(0, at) + word.slice(at + 1)
  if (kind < 0.8) return word.slice(0, at) + (random() < 0.6 ? letter : beside(random, letter)) + word.slice(at)
  const swap = Math.min(at, word.length - 2)
  return word.slice(0, swap) + (word[swap + 1] ?? '') + (word[swap] ?? '') + word.slice(swap + 2)
}

function beside(random: Random, letter: string): string {
  const row = KEYS.findIndex(keys => keys.includes(letter))
  const at = KEYS[row]?.indexOf(letter) ?? -1
  const near = [KEYS[row]?.[at - 1], KEYS[row]?.[at + 1], KEYS[row - 1]?.[at], KEYS[row + 1]?.[at]].filter(key => key !== undefined)
  return near[between(random, 0, near.length - 1)] ?? letter
}

/** One word as somebody writes it who heard it, or learnt another spelling; undefined when no habit touches it. */
function byEar(random: Random, word: string): string | undefined {
  const short = SHORT.get(word)
  if (short && random() < 0.5) return oneOf(random, short)
  for (let tries = 0; tries < 12; tries++) {
    const [a, b] = oneOf(random, BY_EAR)
    const [from, to] = random() < 0.5 || /[$^]/.test(a) ? [a, b] : [b, a]
    const pattern = new RegExp(from)
    if (pattern.test(word)) return word.replace(pattern, to)
  }
  return undefined
}

/** A name with one thing wrong; always another text. */
export function misspelt(random: Random, name: string): string {
  const words = name.split(/\s+/)
  for (;;) {
    const at = between(random, 0, words.length - 1)
    const word = words[at] ?? ''
    if (word.length < 4 && words.some(other => other.length >= 4)) continue
    if (word.length < 3) return byFinger(random, `${name} `).trim()
    const luck = random()
    const wrong = luck < 0.5 ? byFinger(random, word) : luck < 0.94 ? (byEar(random, word) ?? byFinger(random, word)) : undefined
    const text =
      wrong === undefined ? cutOrRunTogether(random, words, at) : [...words.slice(0, at), wrong, ...words.slice(at + 1)].join(' ')
    if (text !== name && text.trim() !== '') return text
  }
}

function cutOrRunTogether(random: Random, words: readonly string[], at: number): string {
  if (words.length > 1 && random() < 0.7)
    return [
      ...words.slice(0, Math.min(at, words.length - 2)),
      words.slice(Math.min(at, words.length - 2), Math.min(at, words.length - 2) + 2).join(''),
      ...words.slice(Math.min(at, words.length - 2) + 2)
    ].join(' ')
  const word = words[at] ?? ''
  const cut = /^(NUR|ABDUL|SRI|SU|SITI)(?=.{3})/.exec(word)?.[0].length ?? 0
  return [...words.slice(0, at), cut > 0 ? `${word.slice(0, cut)} ${word.slice(cut)}` : word, ...words.slice(at + 1)].join(' ')
}
