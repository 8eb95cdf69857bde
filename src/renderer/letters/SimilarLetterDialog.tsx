import { useTranslation } from 'react-i18next'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Facts } from '../ui/Facts'

type SimilarLetterDialogProps = {
  earlier: { number: string; issuedOn: string; validUntil: string | null }
  isBusy: boolean
  onOpen: () => void
  onIssueAnyway: () => void
  onClose: () => void
}

/** The person already holds a letter of this kind that is still valid: usually a copy is what is needed. */
export function SimilarLetterDialog({ earlier, isBusy, onOpen, onIssueAnyway, onClose }: SimilarLetterDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Dialog
      title={t('letters.similarTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button isBusy={isBusy} onClick={onIssueAnyway}>
            {t('letters.issueAnyway')}
          </Button>
          <Button tone="primary" onClick={onOpen}>
            {t('letters.openEarlier')}
          </Button>
        </>
      }
    >
      <p>{t('letters.similarTeach')}</p>
      <Facts
        facts={[
          [t('letters.number'), earlier.number],
          [t('letters.issuedOn'), format.dateLong(earlier.issuedOn)],
          [t('letters.validUntil'), earlier.validUntil ? format.dateLong(earlier.validUntil) : t('letters.noEnd')]
        ]}
      />
    </Dialog>
  )
}
