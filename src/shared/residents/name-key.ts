/** Keys under which the spellings of one Indonesian name meet. For finding candidates only: equal keys never prove one person. */

/** Dropped at the head of a name: what stands on a card and what people say. */
const titles = words(
  `H HJ HAJI HAJJAH K KH KYAI TGH TGK UST USTAD USTADZ USTADZAH PDT DRS DRA IR DR DRG APT PROF R RR RADEN RD ALM ALMH ALMARHUM ALMARHUMAH NS
   NY TN SDR SDRI BPK BAPAK PAK IBU BU MBAH`
)
/** Dropped wherever they stand. */
const titlesAnywhere = words('HJ ALM ALMH ALMARHUM ALMARHUMAH')
/** Dropped at the tail, also when written apart: `S.Pd`, `S. Pd`, `SPd`. */
const degrees = words(
  `SPD SPDI SSOS SE SEI SH SHI SHUM SKEP SKEPNS SKM SKOM SAG SIP SAP SSI SST SSTP SPT SP ST STP SFARM SPSI STRKEB STRKES
   SSN SGZ SIKOM MM MH MSI MPD MPDI MKES MKOM MAP MAG MT MSC MBA AMD AMDKEB AMDKEP AMKEB AMK AMG SPOG SPA SPPD LC`
)
const degreesWhenApart = new Set([...degrees, 'MA', 'BA'])
const patronymicWords = words('BIN BINTI BINTE BT BTI')

const fullWords: ReadonlyMap<string, string> = new Map([
  ...[
    ...words(
      `MUH MOH MOCH MUCH MUKH MOKH MHD MUHD MOHD MUHAMAD MOHAMAD MOCHAMAD MUCHAMAD MOHAMMAD MOCHAMMAD MUCHAMMAD MOKHAMAD MUHAMMED
       MOHAMED MOHAMMED MUHAMED`
    )
  ].map(word => [word, 'MUHAMMAD'] as const),
  ['ABD', 'ABDUL'],
  ['STI', 'SITI'],
  ['ACH', 'AHMAD'],
  ['AKH', 'AHMAD'],
  ['ACHMAD', 'AHMAD'],
  ['AKHMAD', 'AHMAD'],
  ['NOER', 'NUR'],
  ['NOOR', 'NUR'],
  ['YUSUP', 'YUSUF'],
  ['JUSUF', 'YUSUF'],
  ['JUSUP', 'YUSUF']
])

/** Short forms that mean a name only before another one: `M. Rizki`, not `Rizki M.` */
const fullWordsAtHead: ReadonlyMap<string, string> = new Map([
  ['M', 'MUHAMMAD'],
  ['MD', 'MUHAMMAD'],
  ['ST', 'SITI']
])

const soundRules: readonly (readonly [RegExp, string])[] = [
  [/^CHR/, 'KR'],
  [/^CHAND/, 'CAND'],
  [/OE/g, 'U'],
  [/OO/g, 'U'],
  [/TJ/g, 'C'],
  [/DJ/g, 'J'],
  [/NJ/g, 'NY'],
  [/SJ/g, 'SY'],
  [/CH/g, 'KH'],
  [/J/g, 'Y'],
  [/KH/g, 'H'],
  [/S[YH]/g, 'S'],
  [/DZ|ZH/g, 'Z'],
  [/TS/g, 'S'],
  [/TH/g, 'T'],
  [/DH/g, 'D'],
  [/Z/g, 'S'],
  [/Q/g, 'K'],
  [/[VP]/g, 'F'],
  [/IE/g, 'I'],
  [/IY(?=[AEOU])/g, 'I'],
  [/UW(?=[AEIO])/g, 'U'],
  [/(?<![AEIOU]|^)Y(?![AEIOU])/g, 'I'],
  [/(.)\1+/gu, '$1'],
  [/(?<=.)H$/u, '']
]

/**
 * The words of a name in capitals without accents, titles, degrees and the father's name, short forms written out (`Moh.` is `MUHAMMAD`).
 * Any name with a letter or digit keeps at least one word.
 */
export function nameWords(text: string): string[] {
  return ownWords(fold(text))
}

/** The folded words after bin or binti; empty when the name has none. */
export function patronymicOf(text: string): string[] {
  const folded = fold(text)
  const at = patronymicAt(folded)
  return at < 0 ? [] : writeOut(ownName(folded.slice(at + 1)))
}

/** One sound key for each word of `nameWords`, in the order of the name; the key of a key is itself. */
export function nameKey(text: string): string {
  let current = fold(text)
  for (;;) {
    const next = ownWords(current).map(soundOf)
    // A sound can read as a title or a short form again. Every rule shortens a word or moves it towards a fixed letter, so this ends.
    if (next.join(' ') === current.join(' ')) return next.join(' ')
    current = next
  }
}

/** A word of a name as it is written, in capitals without accents, and its sound key; `isFather`: it stands behind bin or binti. */
export type NameTerm = { word: string; key: string; isFather?: true }

/**
 * The words of a name for an index of many names: without titles and degrees, with the father's name after bin or binti, each with its own key.
 * `sounds` remembers keys between calls; give the same map for all names of a list.
 */
export function nameTerms(text: string, sounds: Map<string, string> = new Map()): NameTerm[] {
  const folded = fold(text.replace(degreesBehind, ''))
  const at = patronymicAt(folded)
  const own = termsOf(ownName(at < 0 ? folded : folded.slice(0, at)), sounds)
  if (at < 0) return own
  return [...own, ...termsOf(ownName(folded.slice(at + 1)), sounds).map(term => ({ ...term, isFather: true as const }))]
}

/** No list of degrees is ever whole (`S.Pd.SD`, `A.Md.Kom`): behind a comma they show by their dots. */
const degreesBehind = /(?<=\p{L}.*),\s*(?:[ABDMS]|Ed|Sp)\.\s?\p{L}{1,4}(?!\p{L}).*$/u

const termsOf = (words: readonly string[], sounds: Map<string, string>): NameTerm[] =>
  words.map((word, index) => ({ word, key: settledSound(writtenOut(word, index === 0 && words.length > 1), sounds) }))

function settledSound(word: string, sounds: Map<string, string>): string {
  const known = sounds.get(word)
  if (known !== undefined) return known
  let sound = soundOf(word)
  for (;;) {
    const next = soundOf(fullWords.get(sound) ?? sound)
    if (next === sound) break
    sound = next
  }
  sounds.set(word, sound)
  return sound
}

function fold(text: string): string[] {
  // most names are plain letters, and lists have millions of them
  if (/^[A-Za-z ]*$/.test(text)) return text.toUpperCase().split(' ').filter(isWord)
  // the acute accent that serves as an apostrophe would come apart into a space and a mark
  const capitals = text.replaceAll('´', '').normalize('NFKD').toLowerCase().toUpperCase().normalize('NFKD')
  return capitals
    .replace(/['’‘`´ʼʻʾʿ]|\p{M}|\p{Cf}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(isWord)
}

const isWord = (word: string): boolean => word !== ''

function ownWords(folded: readonly string[]): string[] {
  const at = patronymicAt(folded)
  return writeOut(ownName(at < 0 ? folded : folded.slice(0, at)))
}

function patronymicAt(folded: readonly string[]): number {
  return folded.findIndex((word, index) => index > 0 && patronymicWords.has(word))
}

const ownName = (name: readonly string[]): readonly string[] => withoutDegrees(withoutTitles(name))

function withoutTitles(name: readonly string[]): readonly string[] {
  let head = 0
  while (head < name.length - 1 && titles.has(name[head] ?? '')) head += 1
  const own = head === 0 ? name : name.slice(head)
  return own.some(isTitleAnywhere) ? own.filter((word, index) => index === 0 || !titlesAnywhere.has(word)) : own
}

const isTitleAnywhere = (word: string): boolean => titlesAnywhere.has(word)

function withoutDegrees(name: readonly string[]): readonly string[] {
  let end = name.length
  while (end > 1) {
    const size = degreeSize(name, end)
    if (size === 0) break
    end -= size
  }
  return end === name.length ? name : name.slice(0, end)
}

/** How many words before `end` are one degree, 0 for none; the first word of a name is never part of one. */
function degreeSize(name: readonly string[], end: number): number {
  for (let count = 1; count <= 3 && count < end; count++) if (isDegree(name.slice(end - count, end))) return count
  return 0
}

function isDegree(tail: readonly string[]): boolean {
  if (tail.length === 1) return degrees.has(tail[0] ?? '')
  return (tail[0] ?? '').length <= 3 && degreesWhenApart.has(tail.join(''))
}

const writeOut = (name: readonly string[]): string[] => name.map((word, index) => writtenOut(word, index === 0 && name.length > 1))

/** The long form of a word: some short forms mean a name only before another one. */
function writtenOut(word: string, isAtHead: boolean): string {
  return (isAtHead ? fullWordsAtHead.get(word) : undefined) ?? fullWords.get(word) ?? word
}

function soundOf(word: string): string {
  return soundRules.reduce((sound, [pattern, replacement]) => sound.replace(pattern, replacement), word)
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}
