import { z } from 'zod'
import { plainText } from '#shared/text'

/** A text that must not be empty, for forms; says `required`. */
export const requiredText = (max: number) => plainText(max).refine(text => text !== '', { error: 'required' })

/** A text of a form that may stay empty. */
export const optionalText = (max: number) => plainText(max)

/** What a form leaves empty is unknown, not an empty text. */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** Digits as people group them; empty is allowed when `isOptional`. */
export const digits = (count: number, error: string, { isOptional = false } = {}) =>
  z.string().refine(text => (isOptional && text.trim() === '') || new RegExp(`^\\d{${count}}$`).test(text.replace(/[\s.-]/g, '')), { error })
