import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Case } from '#shared/cases/case'
import { mayOwnCases } from '#shared/cases/may-own'
import { api } from '../api'
import type { DeskProblem } from '../text/problem'
import { FormDialog } from '../ui/Dialog'
import { ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { SelectField } from '../ui/SelectField'
import { useAct, useCall } from '../use-call'

/** Hands a case to a colleague, who then owns its next step. */
export function HandDialog({ of, onClose }: { of: Case; onClose: () => void }) {
  const { t } = useTranslation()
  const notify = useNotify()
  const hand = useAct(api.cases.hand)
  const officers = useCall(api.officers.list, {})
  const [officerId, setOfficerId] = useState<string | null>(null)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const others = (officers.value ?? []).filter(officer => officer.id !== of.ownerId && mayOwnCases(officer))
  const save = async () => {
    if (!officerId) return
    const answer = await hand.act({ caseId: of.id, officerId })
    if (!answer.ok) return setProblem(answer.problem)
    notify.done(t('cases.handed', { name: others.find(officer => officer.id === officerId)?.name ?? '' }))
    onClose()
  }
  return (
    <FormDialog
      title={t('cases.handTitle')}
      deed={t('cases.hand')}
      isBusy={hand.isBusy}
      isAllowed={officerId !== null}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      {problem && <ProblemNotice problem={problem} />}
      <SelectField
        label={t('cases.newOwner')}
        options={others.map(officer => ({
          value: officer.id,
          label: officer.position ? `${officer.name} (${officer.position})` : officer.name
        }))}
        value={officerId}
        autoFocus
        onChange={setOfficerId}
      />
    </FormDialog>
  )
}
