import { hasControlCharacters, withoutControlCharacters } from '#shared/text'

export type NameBlock = 'empty' | 'too-long' | 'control-characters'

/** Asked about, never refused: old records may break the rules of 2022, and single names are normal for adults (Permendagri 73/2022). */
export type NameWarning = 'digits' | 'single-word' | 'punctuation'

export type NameCheck = { blocks: NameBlock[]; warnings: NameWarning[] }

export const LONGEST_NAME = 100

/** Far past any name with its spaces: not worth normalising. */
const longestRaw = 1_000

/** The name as it is stored: composed, single spaces, nothing unseen. Markup stays: it is shown as the text it is. */
export function cleanName(text: string): string {
  return withoutControlCharacters(text.replace(/\s+/gu, ' ')).normalize('NFC').replace(/ +/g, ' ').trim()
}

/** What forbids a typed name and what to ask about it. Abbreviated titles and their dots are usual, so they do not count as punctuation. */
export function checkName(text: string): NameCheck {
  if (text.length > longestRaw) return { blocks: ['too-long'], warnings: [] }
  const name = cleanName(text)
  const blocks: NameBlock[] = []
  if (hasControlCharacters(text.trim().replace(/\s/gu, ' '))) blocks.push('control-characters')
  if (name === '') return { blocks: [...blocks, 'empty'], warnings: [] }
  if (name.length > LONGEST_NAME) blocks.push('too-long')

  const warnings: NameWarning[] = []
  if (/\p{N}/u.test(name)) warnings.push('digits')
  if (!name.includes(' ')) warnings.push('single-word')
  if (/[^\p{L}\p{M}\p{N} .,'’-]/u.test(name)) warnings.push('punctuation')
  return { blocks, warnings }
}
