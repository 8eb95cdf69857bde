import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RELATIONS, type Resident } from '#shared/residents/resident'
import type { FamilyCard } from '#shared/residents/residents.contract'
import { api } from '../api'
import type { DeskProblem } from '../text/problem'
import { FormDialog } from '../ui/Dialog'
import { ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { SelectField } from '../ui/SelectField'
import { useAct } from '../use-call'

type RelationDialogProps = { resident: Resident; family: FamilyCard; onClose: () => void }

/** Another place on the same card: a widow becomes its head, a relation was chosen wrongly; the history keeps what they were before. */
export function RelationDialog({ resident, family, onClose }: RelationDialogProps) {
  const { t } = useTranslation()
  const notify = useNotify()
  const join = useAct(api.residents.joinFamily)
  const before = family.members.find(({ residentId }) => residentId === resident.id)?.relation ?? null
  const [relation, setRelation] = useState(before)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const isNew = relation !== null && relation !== before
  const save = async () => {
    if (!isNew) return
    const answer = await join.act({ residentId: resident.id, family: { kind: 'existing', familyId: family.id }, relation })
    if (!answer.ok) return setProblem(answer.problem)
    notify.done(t('residents.relationChanged', { name: resident.name }))
    onClose()
  }
  return (
    <FormDialog
      title={t('residents.relationTitle', { name: resident.name })}
      deed={t('ui.save')}
      isBusy={join.isBusy}
      isAllowed={isNew}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      {problem && <ProblemNotice problem={problem} />}
      <SelectField
        label={t('residents.relation')}
        options={RELATIONS.map(code => ({ value: code, label: t(`codes.relation.${code}`) }))}
        value={relation}
        autoFocus
        onChange={setRelation}
      />
    </FormDialog>
  )
}
