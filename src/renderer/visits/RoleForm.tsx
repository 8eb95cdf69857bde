import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api'
import { KEYS } from '../keys'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Choice } from '../ui/Choice'
import { TextField } from '../ui/Field'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'
import { PARTS, type Part, rolesOf } from './people'
import styles from './ResidentStep.module.css'

type RoleFormProps = { visitId: string; residentId: string; name: string; likely: Part }

/** Which part the person plays in this visit; `likely`: the one it begins with. */
export function RoleForm({ visitId, residentId, name, likely }: RoleFormProps) {
  const { t } = useTranslation()
  const notify = useNotify()
  const add = useAct(api.visits.addParticipant)
  const [part, setPart] = useState<Part>(likely)
  const [relation, setRelation] = useState('')
  const asksRelation = part === 'reporter' || part === 'representative' || part === 'applicant'
  const save = async () => {
    for (const role of rolesOf(part)) {
      const answer = await add.act({ visitId, residentId, role, relation: asksRelation ? relation.trim() || null : null })
      if (!answer.ok) return notify.problem(answer.problem)
    }
    notify.done(t('visits.joined', { name }))
  }
  return (
    <Card title={t('visits.roleTitle')}>
      <form
        className={styles.role}
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
        <Choice
          legend={t('visits.roleLegend', { name })}
          options={PARTS.map(code => ({ value: code, label: t(`visits.part.${code}`) }))}
          value={part}
          onChange={setPart}
        />
        <p>{t(`visits.partMore.${part}`)}</p>
        {asksRelation && (
          <TextField
            label={t('visits.relation')}
            hint={t('visits.relationHint')}
            isOptional
            maxLength={60}
            value={relation}
            onChange={event => setRelation(event.currentTarget.value)}
          />
        )}
        <Button tone="primary" type="submit" shortcut={KEYS.primary} waitsToBeRead isBusy={add.isBusy}>
          {t('visits.join')}
        </Button>
      </form>
    </Card>
  )
}
