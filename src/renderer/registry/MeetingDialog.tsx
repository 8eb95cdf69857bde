import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseTypedDate } from '#shared/local-date-input'
import { api } from '../api'
import { useSession } from '../session'
import { DateField, dateErrorText } from '../ui/DateField'
import { FormDialog } from '../ui/Dialog'
import { useDeed } from '../use-deed'

/** Notes when a village meets next. */
export function MeetingDialog({ villageCode, areaLine, onClose }: { villageCode: string; areaLine: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { today } = useSession()
  const set = useDeed(api.registry.setMeeting, { says: () => t('registry.meetingRecorded'), onDone: onClose })
  const [typed, setTyped] = useState('')
  const [isTried, setTried] = useState(false)
  const day = parseTypedDate(typed, today)
  const save = async () => {
    setTried(true)
    if (!day.ok) return
    await set.act({ villageCode, heldOn: day.value, note: null })
  }
  return (
    <FormDialog
      title={t('registry.meetingRecord')}
      onClose={onClose}
      onSubmit={save}
      deed={t('ui.save')}
      isBusy={set.isBusy}
      problem={set.problem}
    >
      <p>{areaLine}</p>
      <DateField label={t('registry.meetingDay')} value={typed} onChange={setTyped} autoFocus error={isTried && dateErrorText(day, t)} />
    </FormDialog>
  )
}
