import { z } from 'zod'
import { hasControlCharacters } from '#shared/text'

const typed = (max: number, isMultiline: boolean) =>
  z
    .string()
    .trim()
    .max(max, { error: 'too-long', abort: true })
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
