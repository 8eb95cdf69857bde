import { useTranslation } from 'react-i18next'
import type { RequiredDocument, TermName } from '#shared/directory/directory'

/** The name of a term in the language of the screen. */
export const termName = (term: TermName, language: string): string => (language === 'en' ? term.nameEn : term.nameId)

/** The same for terms that may not be there. */
export function useTermName(): (term: TermName | null) => string | undefined {
  const { i18n } = useTranslation()
  return term => (term ? termName(term, i18n.language) : undefined)
}

/** A text of the directory in the language of the screen, where it is known in it. */
export const inWords = (indonesian: string, english: string | null, language: string): string =>
  language === 'en' ? (english ?? indonesian) : indonesian

/** When or how a paper is asked for, in the language of the screen where it is known in it. */
export const paperNote = ({ note, noteEn }: Pick<RequiredDocument, 'note' | 'noteEn'>, isEnglish: boolean): string | null =>
  isEnglish ? (noteEn ?? note) : note
