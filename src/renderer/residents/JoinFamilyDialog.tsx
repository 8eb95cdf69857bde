import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkKk } from '#shared/residents/kk'
import { RELATIONS, type Resident } from '#shared/residents/resident'
import { api } from '../api'
import type { DeskProblem } from '../text/problem'
import { FormDialog } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { Notice, ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { SelectField } from '../ui/SelectField'
import { useAct, useCall } from '../use-call'
import { Members } from './Members'

type Relation = (typeof RELATIONS)[number]

/** Puts a person on a family card by its number: the known card with its members, or a new one. */
export function JoinFamilyDialog({ resident, onClose }: { resident: Resident; onClose: () => void }) {
  const { t } = useTranslation()
  const notify = useNotify()
  const join = useAct(api.residents.joinFamily)
  const [kk, setKk] = useState('')
  const [relation, setRelation] = useState<Relation | null>(null)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const check = checkKk(kk)
  const isWhole = check.kk !== undefined && check.blocks.length === 0
  const known = useCall(api.residents.familyByKk, { kk: check.kk ?? '' }, { enabled: isWhole })
  const family = isWhole && known.value?.kk === check.kk ? known.value : null

  const save = async () => {
    if (!isWhole || !relation) return
    const answer = await join.act({
      residentId: resident.id,
      family: family ? { kind: 'existing', familyId: family.id } : { kind: 'new', kk },
      relation
    })
    if (!answer.ok) setProblem(answer.problem)
    else {
      notify.done(t('residents.joined', { name: resident.name }))
      onClose()
    }
  }
  return (
    <FormDialog
      title={t('residents.joinTitle', { name: resident.name })}
      deed={t('residents.joinDeed')}
      isBusy={join.isBusy}
      isAllowed={isWhole && relation !== null}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      {problem && <ProblemNotice problem={problem} />}
      <TextField
        label={t('residents.kk')}
        isDigits
        inputMode="numeric"
        maxLength={40}
        autoFocus
        value={kk}
        onChange={event => setKk(event.currentTarget.value)}
        hint={t('residents.kkHint')}
        error={kk.length > 15 && check.blocks[0] ? t(`codes.kkBlock.${check.blocks[0]}`) : undefined}
      />
      {family && (
        <Notice tone="good" title={t('residents.familyKnown', { n: family.members.length })}>
          <Members members={family.members} />
        </Notice>
      )}
      {isWhole && !family && !known.isPending && <Notice title={t('residents.familyUnknown')} />}
      <SelectField
        label={t('residents.relation')}
        options={RELATIONS.map(code => ({ value: code, label: t(`codes.relation.${code}`) }))}
        value={relation}
        onChange={setRelation}
      />
    </FormDialog>
  )
}
