import { useId } from 'react'
import { MOST_PICTURE_BYTES } from '#shared/files/files.contract'
import type { ChoosesPicture } from '../files/ChoosePicture'
import styles from './OfficeFields.module.css'

/** Takes a picture by the system's own window: only while a PC is set up, where nobody can sign in yet and nothing of anybody lies here. */
export function FileOfSystem({ label, onPicture }: ChoosesPicture) {
  const id = useId()
  const take = async (file: File | undefined) => {
    if (file) onPicture(new Uint8Array(await file.slice(0, MOST_PICTURE_BYTES).arrayBuffer()))
  }
  return (
    <>
      <input
        id={id}
        type="file"
        accept="image/png,image/jpeg"
        onChange={event => {
          void take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <label htmlFor={id} className={styles.file}>
        {label}
      </label>
    </>
  )
}
