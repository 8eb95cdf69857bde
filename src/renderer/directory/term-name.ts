/** The name of a term in the language of the screen. */
export const termName = (term: { nameId: string; nameEn: string }, language: string): string =>
  language === 'en' ? term.nameEn : term.nameId
