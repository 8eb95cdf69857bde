import { z } from 'zod'
import { hasControlCharacters } from '#shared/text'

/** What is wrong with a text of more than `max` letters, as a schema names it. */
export const tooLong = (max: number) => `too-long ${max}` as const
export type TooLong = ReturnType<typeof tooLong>
/** The limit that such an error names. */
export const limitOf = (error: string): number | undefined => Number(/^too-long (\d+)$/.exec(error)?.[1]) || undefined

const typed = (max: number, isMultiline: boolean) =>
  z
    .string()
    .trim()
    .max(max, { error: tooLong(max), abort: true })
    .refine(text => !hasControlCharacters(text, { multiline: isMultiline }), { error: 'control-characters' })

/** A text of a form that must not stay empty; its errors are keys of `ui.fieldError`. */
export const requiredText = (max: number, { isMultiline = false } = {}) =>
  typed(max, isMultiline).refine(text => text !== '', { error: 'required' })

/** A text of a form that may stay empty. */
export const optionalText = (max: number, { isMultiline = false } = {}) => typed(max, isMultiline)

/** What a form leaves empty is unknown, not an empty text. */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** Digits as people group them, exactly `count`; empty only when `isOptional`. */
export const digits = (count: number, error: string, { isOptional = false } = {}) =>
  z
    .string()
    .refine(text => (isOptional && text.trim() === '') || new RegExp(`^\\d{${count}}$`).test(text.replace(/[\s.-]/g, '')), { error })
