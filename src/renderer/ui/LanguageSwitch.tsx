import { useTranslation } from 'react-i18next'
import { chooseLanguage } from '../text/i18n'
import styles from './LanguageSwitch.module.css'

const LANGUAGES = [
  { code: 'id', label: 'ID', name: 'shell.indonesian' },
  { code: 'en', label: 'EN', name: 'shell.english' }
] as const

export function LanguageSwitch() {
  const { t, i18n } = useTranslation()
  return (
    <fieldset className={styles.switch} aria-label={t('shell.language')}>
      {LANGUAGES.map(({ code, label, name }) => (
        <button
          key={code}
          type="button"
          className={styles.one}
          lang={code}
          aria-label={`${label}: ${t(name)}`}
          aria-pressed={i18n.language === code}
          onClick={() => void chooseLanguage(code)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  )
}
