import { z } from 'zod'

/** Controls, format characters (bidi, zero width, soft hyphen, tags), lone surrogates, line separators and letters that print as nothing. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\u115F\u1160\u2800\u3164\uFFA0]/u
const unseenButLayout = /[^\P{Cc}\t\n]|[\p{Cf}\p{Cs}\u2028\u2029\u115F\u1160\u2800\u3164\uFFA0]/u
const everyUnseen = new RegExp(unseen, 'gu')

/** `multiline`: newline and tab may stand in the text. */
export type TextOptions = { multiline?: boolean }

/** Whether a text holds anything that does not show on paper: it could hide or reorder what is read. */
export function hasControlCharacters(text: string, { multiline = false }: TextOptions = {}): boolean {
  return (multiline ? unseenButLayout : unseen).test(text)
}

/** The text without what `hasControlCharacters` finds. */
export function withoutControlCharacters(text: string): string {
  return text.replace(everyUnseen, '')
}

/**
 * A schema for text that people type: composed (NFC) and trimmed, 1 to `max` UTF-16 units, refused if it holds unseen characters.
 * A text far too long is refused as it came, before any work on it.
 */
export function plainText(max: number, options: TextOptions = {}) {
  return z
    .string()
    .overwrite(text => (text.length > 4 * max + 64 ? text : tidy(text, options)))
    .min(1)
    .max(max, { abort: true })
    .refine(text => !hasControlCharacters(text, options), { error: 'control-characters' })
}

/** Trimming would also take a byte order mark or line separator; with one inside, the text stays as it is and is refused. */
function tidy(text: string, { multiline = false }: TextOptions): string {
  const composed = (multiline ? text.replaceAll('\r\n', '\n') : text).normalize('NFC')
  return /[\uFEFF\u2028\u2029]/.test(composed) ? composed : composed.trim()
}
