import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FamilyCard } from '#shared/residents/residents.contract'
import { api } from '../api'
import type { DeskProblem } from '../text/problem'
import { FormDialog } from '../ui/Dialog'
import { groupNik } from '../ui/NikField'
import { Notice, ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'
import { KkField } from './KkField'
import { Members } from './Members'
import { useCardOf } from './use-card-of'

type ChangeKkDialogProps = { residentId: string; family: FamilyCard; onClose: () => void }

/** A family with a new card, or whose number was read wrongly, gets another number; all on it stay together. */
export function ChangeKkDialog({ residentId, family, onClose }: ChangeKkDialogProps) {
  const { t } = useTranslation()
  const notify = useNotify()
  const change = useAct(api.residents.changeKk)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const { kk, block, family: other } = useCardOf(typed)
  const isNew = kk !== undefined && kk !== family.kk
  const save = async () => {
    if (!isNew) return
    const answer = await change.act({ residentId, kk })
    if (!answer.ok) return setProblem(answer.problem)
    notify.done(t('residents.kkChanged', { kk: groupNik(kk) }))
    onClose()
  }
  return (
    <FormDialog
      title={t('residents.changeKkTitle')}
      deed={t('ui.save')}
      isBusy={change.isBusy}
      isAllowed={isNew}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      {problem && <ProblemNotice problem={problem} />}
      <p>{t('residents.changeKkTeach')}</p>
      <Members members={family.members} />
      <KkField value={typed} block={block} onType={setTyped} />
      {isNew && other && (
        <Notice tone="attention" title={t('residents.kkOfOthers', { n: other.members.length })}>
          <Members members={other.members} />
        </Notice>
      )}
    </FormDialog>
  )
}
