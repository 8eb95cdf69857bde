import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { ProblemNotice } from '../ui/Notice'
import { useCall } from '../use-call'
import styles from './RegistryPanel.module.css'

/** The picture of the screen that was kept with a hand lookup. */
export function PictureDialog({ checkId, onClose }: { checkId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { value, problem } = useCall(api.registry.picture, { checkId })
  const [source, setSource] = useState<string | null>(null)
  useEffect(() => {
    if (!value) return
    const address = URL.createObjectURL(new Blob([new Uint8Array(value.bytes)], { type: value.type }))
    setSource(address)
    return () => URL.revokeObjectURL(address)
  }, [value])
  return (
    <Dialog title={t('registry.pictureTitle')} width={1100} onClose={onClose} actions={<Button onClick={onClose}>{t('ui.close')}</Button>}>
      {problem && <ProblemNotice problem={problem} />}
      {source && <img className={styles.picture} src={source} alt={t('registry.pictureTitle')} />}
    </Dialog>
  )
}
