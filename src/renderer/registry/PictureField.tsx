import { useCallback, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SCREENSHOT_BYTES } from '#shared/registry/registry.contract'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import styles from './PictureField.module.css'

const TYPES = ['image/png', 'image/jpeg']

/** A picture of SIKS-NG from a file, or pasted as it was copied from the screen. */
export function PictureField({ picture, onPicture }: { picture: Uint8Array | null; onPicture: (bytes: Uint8Array | null) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const id = useId()
  const [isTooBig, setTooBig] = useState(false)
  const take = useCallback(
    async (file: File | null | undefined) => {
      if (!file) return
      setTooBig(file.size > SCREENSHOT_BYTES)
      if (file.size <= SCREENSHOT_BYTES) onPicture(new Uint8Array(await file.arrayBuffer()))
    },
    [onPicture]
  )
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const item = [...(event.clipboardData?.items ?? [])].find(one => TYPES.includes(one.type))
      if (!item) return
      event.preventDefault()
      void take(item.getAsFile())
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [take])
  return (
    <div className={styles.field}>
      <span className={styles.legend}>{t('registry.picture')}</span>
      <input
        type="file"
        accept={TYPES.join(',')}
        aria-label={t('registry.picture')}
        aria-describedby={`${id}-hint`}
        onChange={event => {
          void take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <p id={`${id}-hint`} className={styles.hint}>
        {picture ? t('registry.pictureTaken', { size: format.size(picture.length) }) : t('registry.pictureHint')}
      </p>
      {isTooBig && (
        <p role="alert" className={styles.error}>
          {t('registry.pictureTooBig')}
        </p>
      )}
      {picture && (
        <Button tone="plain" onClick={() => onPicture(null)}>
          {t('registry.pictureRemove')}
        </Button>
      )}
    </div>
  )
}
