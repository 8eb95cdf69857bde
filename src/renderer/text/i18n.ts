import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en'
import { id } from './id'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof id }
  }
}

export type Language = 'id' | 'en'
const KEPT_AS = 'language'

/** Indonesian unless this desk chose otherwise; a store that may not be used costs only the memory of the choice. */
function keptLanguage(): Language {
  try {
    return localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'id'
  } catch {
    return 'id'
  }
}

/** Switches every sentence at once. */
export async function chooseLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  try {
    localStorage.setItem(KEPT_AS, language)
  } catch {
    // The choice then lasts until the window closes.
  }
}

/** Loads both languages before the first screen is drawn. */
export async function startText(language: Language = keptLanguage()): Promise<void> {
  document.documentElement.lang = language
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'id',
    nsSeparator: false,
    resources: { id: { translation: id }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false
  })
}
