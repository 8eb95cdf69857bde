import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button'
import styles from './OfficeFields.module.css'
import { readLogo } from './read-logo'

/** The office's logo from a file of this computer. */
export function LogoField({ value, onChange }: { value: string | null; onChange: (dataUrl: string | null) => void }) {
  const { t } = useTranslation()
  const id = useId()
  const [refusal, setRefusal] = useState<string | null>(null)
  const take = async (file: File | undefined) => {
    if (!file) return
    const read = await readLogo(file)
    if (read.kind === 'logo') onChange(read.dataUrl)
    setRefusal(
      read.kind === 'logo' ? null : read.kind === 'too-big' ? t('setup.logoTooBig', { size: read.kilobytes }) : t('setup.logoWrongKind')
    )
  }
  return (
    <div>
      <p className={styles.legend}>{t('setup.logo')}</p>
      <div className={styles.logo}>
        <input
          id={id}
          type="file"
          accept="image/png,image/jpeg"
          aria-describedby={`${id}-hint`}
          onChange={event => {
            void take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <label htmlFor={id} className={styles.file}>
          {t('setup.logoChoose')}
        </label>
        {value && (
          <Button tone="plain" onClick={() => onChange(null)}>
            {t('setup.logoRemove')}
          </Button>
        )}
      </div>
      <p id={`${id}-hint`} className={styles.hint}>
        {t('setup.logoHint')}
      </p>
      {refusal && (
        <p role="alert" className={styles.error}>
          {refusal}
        </p>
      )}
    </div>
  )
}
