import { type FC, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChoosesPicture } from '../files/ChoosePicture'
import { Button } from '../ui/Button'
import styles from './OfficeFields.module.css'
import { readLogo } from './read-logo'

type LogoFieldProps = { value: string | null; onChange: (dataUrl: string | null) => void; Choose: FC<ChoosesPicture> }

/** The office's logo from a file of this computer. `Choose`: how one is chosen. */
export function LogoField({ value, onChange, Choose }: LogoFieldProps) {
  const { t } = useTranslation()
  const [refusal, setRefusal] = useState<string | null>(null)
  const take = (bytes: Uint8Array) => {
    const read = readLogo(bytes)
    if (read.kind === 'logo') onChange(read.dataUrl)
    setRefusal(
      read.kind === 'logo' ? null : read.kind === 'too-big' ? t('setup.logoTooBig', { size: read.kilobytes }) : t('setup.logoWrongKind')
    )
  }
  return (
    <div>
      <p className={styles.legend}>{t('setup.logo')}</p>
      <div className={styles.logo}>
        <Choose label={t('setup.logoChoose')} onPicture={take} />
        {value && (
          <Button tone="plain" onClick={() => onChange(null)}>
            {t('setup.logoRemove')}
          </Button>
        )}
      </div>
      <p className={styles.hint}>{t('setup.logoHint')}</p>
      {refusal && (
        <p role="alert" className={styles.error}>
          {refusal}
        </p>
      )}
    </div>
  )
}
