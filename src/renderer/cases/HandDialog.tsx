import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Case } from '#shared/cases/case'
import { mayOwnCases } from '#shared/cases/may-own'
import { api } from '../api'
import { FormDialog } from '../ui/Dialog'
import { SelectField } from '../ui/SelectField'
import { useCall } from '../use-call'
import { useDeed } from '../use-deed'

/** Hands a case to a colleague, who then owns its next step. */
export function HandDialog({ of, onClose }: { of: Case; onClose: () => void }) {
  const { t } = useTranslation()
  const hand = useDeed(api.cases.hand, {
    says: () => t('cases.handed', { name: others.find(officer => officer.id === officerId)?.name ?? '' }),
    onDone: onClose
  })
  const officers = useCall(api.officers.list, {})
  const [officerId, setOfficerId] = useState<string | null>(null)
  const others = (officers.value ?? []).filter(officer => officer.id !== of.ownerId && mayOwnCases(officer))
  const save = async () => {
    if (!officerId) return
    await hand.act({ caseId: of.id, officerId })
  }
  return (
    <FormDialog
      title={t('cases.handTitle')}
      deed={t('cases.hand')}
      isBusy={hand.isBusy}
      problem={hand.problem}
      isAllowed={officerId !== null}
      onSubmit={() => void save()}
      onClose={onClose}
    >
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
