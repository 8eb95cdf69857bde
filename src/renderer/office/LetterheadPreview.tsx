import { useTranslation } from 'react-i18next'
import type { LetterheadSettings } from '#shared/office/office'
import { cx } from '../ui/cx'
import styles from './LetterheadPreview.module.css'

/** The head of the office's letters, while it is being typed. */
export function LetterheadPreview({ letterhead }: { letterhead: LetterheadSettings }) {
  const { t } = useTranslation()
  const { lines, address, postcode, phone, email, website, logo } = letterhead
  const reach = [phone && `Telepon ${phone}`, email && `Surel ${email}`, website].filter(Boolean).join(', ')
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>{t('setup.preview')}</figcaption>
      <div className={styles.paper}>
        <div className={styles.head}>
          {logo && <img className={styles.logo} src={logo} alt={t('setup.logo')} />}
          <div className={styles.lines}>
            {lines.length === 0 && <p className={styles.empty}>{t('setup.previewEmpty')}</p>}
            {lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two lines may read the same
              <p key={at} className={styles.line}>
                {line}
              </p>
            ))}
            <p className={styles.contact}>{[address, postcode].filter(Boolean).join(' ')}</p>
            {reach && <p className={styles.contact}>{reach}</p>}
          </div>
        </div>
        <div className={styles.text} />
        <div className={styles.text} />
        <div className={cx(styles.text, styles.short)} />
      </div>
    </figure>
  )
}
