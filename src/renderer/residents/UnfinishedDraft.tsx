import { useTranslation } from 'react-i18next'
import { api } from '../api'
import { KEYS } from '../keys'
import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { useCall } from '../use-call'

/** Says that a registration of this visit was begun and not saved, perhaps before a power cut, and leads back to it. */
export function UnfinishedDraft({ visitId, onGoOn }: { visitId: string; onGoOn: () => void }) {
  const { t } = useTranslation()
  const { value: draft } = useCall(api.visits.draft, { visitId, form: 'resident' })
  if (!draft || Object.keys(draft).length === 0) return null
  return (
    <Notice tone="attention" title={t('residents.unfinished', { name: draft.name ?? t('residents.unfinishedNameless') })}>
      <Button shortcut={KEYS.next} onClick={onGoOn}>
        {t('residents.goOn')}
      </Button>
    </Notice>
  )
}
