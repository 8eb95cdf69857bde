import type { TFunction } from 'i18next'
import { ui } from './id/ui'
import { limitOf } from './typed-text'

type FieldErrorKey = keyof typeof ui.fieldError
const isKey = (text: string): text is FieldErrorKey => Object.hasOwn(ui.fieldError, text)

/** The sentence for what a form's schema says is wrong; schemas name their errors by key, and anything else gets the general one. */
export function fieldError(t: TFunction, message: string | undefined): string | null {
  if (message === undefined) return null
  const max = limitOf(message)
  if (max) return t('ui.fieldError.too-long', { max })
  return t(`ui.fieldError.${isKey(message) ? message : 'invalid'}`)
}
