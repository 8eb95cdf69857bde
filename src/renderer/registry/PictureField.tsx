import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_PICTURE_BYTES } from '#shared/files/files.contract'
import { ChoosePicture } from '../files/ChoosePicture'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import styles from './PictureField.module.css'

const TYPES = ['image/png', 'image/jpeg']

/** A picture of SIKS-NG from a file, or pasted as it was copied from the screen. */
export function PictureField({ picture, onPicture }: { picture: Uint8Array | null; onPicture: (bytes: Uint8Array | null) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [isTooBig, setTooBig] = useState(false)
  useEffect(() => {
    const take = async (file: File) => {
      setTooBig(file.size > MOST_PICTURE_BYTES)
      if (file.size <= MOST_PICTURE_BYTES) onPicture(new Uint8Array(await file.arrayBuffer()))
    }
    const onPaste = (event: ClipboardEvent) => {
      const item = [...(event.clipboardData?.items ?? [])].find(one => TYPES.includes(one.type))
      const file = item?.getAsFile()
      if (!item) return
      event.preventDefault()
      if (file) void take(file)
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [onPicture])
  return (
    <fieldset className={styles.field}>
      <legend className={styles.legend}>{t('registry.picture')}</legend>
      <ChoosePicture
        label={t('extracts.choosePicture')}
        onPicture={bytes => {
          setTooBig(false)
          onPicture(bytes)
        }}
      />
      <p className={styles.hint}>
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
    </fieldset>
  )
}
