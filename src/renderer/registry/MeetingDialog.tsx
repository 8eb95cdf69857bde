import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseTypedDate } from '#shared/local-date-input'
import { api } from '../api'
import { useSession } from '../session'
import type { DeskProblem } from '../text/problem'
import { DateField } from '../ui/DateField'
import { FormDialog } from '../ui/Dialog'
import { ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'

/** Notes when a village meets next. */
export function MeetingDialog({ villageCode, areaLine, onClose }: { villageCode: string; areaLine: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { today } = useSession()
  const notify = useNotify()
  const set = useAct(api.registry.setMeeting)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const save = async () => {
    const day = parseTypedDate(typed, today)
    if (!day.ok) return
    const answer = await set.act({ villageCode, heldOn: day.value, note: null })
    if (!answer.ok) return setProblem(answer.problem)
    notify.done(t('registry.meetingRecorded'))
    onClose()
  }
  return (
    <FormDialog title={t('registry.meetingRecord')} onClose={onClose} onSubmit={() => void save()} deed={t('ui.save')} isBusy={set.isBusy}>
      {problem && <ProblemNotice problem={problem} />}
      <p>{areaLine}</p>
      <DateField label={t('registry.meetingDay')} value={typed} onChange={setTyped} autoFocus />
    </FormDialog>
  )
}
