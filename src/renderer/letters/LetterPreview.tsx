import { IconFileText, IconZoomIn } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sheet } from '#shared/paper/sheet'
import { SheetView } from '../paper/SheetView'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { EmptyState } from '../ui/EmptyState'
import { ScrollArea } from '../ui/ScrollArea'
import styles from './LetterDesk.module.css'

/** The page as it will print, small beside the form and in real size on demand. */
export function LetterPreview({ sheet, title, hint }: { sheet: Sheet | undefined; title: string; hint: string }) {
  const { t } = useTranslation()
  const [isBig, setBig] = useState(false)
  if (!sheet)
    return (
      <div className={styles.preview}>
        <EmptyState icon={<IconFileText />} title={hint} />
      </div>
    )
  return (
    <section className={styles.preview} aria-label={title}>
      <div className={styles.previewHead}>
        {title}
        <Button tone="plain" onClick={() => setBig(true)}>
          <IconZoomIn aria-hidden="true" />
          {t('letters.enlarge')}
        </Button>
      </div>
      <ScrollArea className={styles.page} label={t('letters.page')}>
        <SheetView sheet={sheet} zoom={50} />
      </ScrollArea>
      {isBig && (
        <Dialog title={title} width={900} onClose={() => setBig(false)}>
          <div className={styles.big}>
            <SheetView sheet={sheet} zoom={100} />
          </div>
        </Dialog>
      )}
    </section>
  )
}
