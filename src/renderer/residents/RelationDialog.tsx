import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RELATIONS, type Resident } from '#shared/residents/resident'
import type { FamilyCard } from '#shared/residents/residents.contract'
import { api } from '../api'
import { FormDialog } from '../ui/Dialog'
import { SelectField } from '../ui/SelectField'
import { useDeed } from '../use-deed'

type RelationDialogProps = { resident: Resident; family: FamilyCard; onClose: () => void }

/** Another place on the same card: a widow becomes its head, a relation was chosen wrongly; the history keeps what they were before. */
export function RelationDialog({ resident, family, onClose }: RelationDialogProps) {
  const { t } = useTranslation()
  const join = useDeed(api.residents.joinFamily, { says: () => t('residents.relationChanged', { name: resident.name }), onDone: onClose })
  const before = family.members.find(({ residentId }) => residentId === resident.id)?.relation ?? null
  const [relation, setRelation] = useState(before)
  const isNew = relation !== null && relation !== before
  const save = async () => {
    if (!isNew) return
    await join.act({ residentId: resident.id, family: { kind: 'existing', familyId: family.id }, relation })
  }
  return (
    <FormDialog
      title={t('residents.relationTitle', { name: resident.name })}
      deed={t('ui.save')}
      isBusy={join.isBusy}
      problem={join.problem}
      isAllowed={isNew}
      onSubmit={() => void save()}
      onClose={onClose}
    >
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
