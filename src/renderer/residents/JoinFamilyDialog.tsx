import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RELATIONS, type Resident } from '#shared/residents/resident'
import { api } from '../api'
import { FormDialog } from '../ui/Dialog'
import { Notice } from '../ui/Notice'
import { SelectField } from '../ui/SelectField'
import { useDeed } from '../use-deed'
import { KkField } from './KkField'
import { Members } from './Members'
import { useCardOf } from './use-card-of'

type Relation = (typeof RELATIONS)[number]

/** Puts a person on a family card by its number: the known card with its members, or a new one. */
export function JoinFamilyDialog({ resident, onClose }: { resident: Resident; onClose: () => void }) {
  const { t } = useTranslation()
  const join = useDeed(api.residents.joinFamily, { says: () => t('residents.joined', { name: resident.name }), onDone: onClose })
  const [typed, setTyped] = useState('')
  const [relation, setRelation] = useState<Relation | null>(null)
  const { kk, block, family, isUnknown } = useCardOf(typed)

  const save = async () => {
    if (kk === undefined || !relation) return
    await join.act({
      residentId: resident.id,
      family: family ? { kind: 'existing', familyId: family.id } : { kind: 'new', kk },
      relation
    })
  }
  return (
    <FormDialog
      title={t('residents.joinTitle', { name: resident.name })}
      deed={t('residents.joinDeed')}
      isBusy={join.isBusy}
      problem={join.problem}
      isAllowed={kk !== undefined && relation !== null}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <KkField value={typed} block={block} onType={setTyped} />
      {family && (
        <Notice tone="good" title={t('residents.familyKnown', { n: family.members.length })}>
          <Members members={family.members} />
        </Notice>
      )}
      {isUnknown && <Notice title={t('residents.familyUnknown')} />}
      <SelectField
        label={t('residents.relation')}
        options={RELATIONS.map(code => ({ value: code, label: t(`codes.relation.${code}`) }))}
        value={relation}
        onChange={setRelation}
      />
    </FormDialog>
  )
}
