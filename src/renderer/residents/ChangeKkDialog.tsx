import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FamilyCard } from '#shared/residents/residents.contract'
import { api } from '../api'
import { FormDialog } from '../ui/Dialog'
import { groupNik } from '../ui/NikField'
import { Notice } from '../ui/Notice'
import { useDeed } from '../use-deed'
import { KkField } from './KkField'
import { Members } from './Members'
import { useCardOf } from './use-card-of'

type ChangeKkDialogProps = { residentId: string; family: FamilyCard; onClose: () => void }

/** A family with a new card, or whose number was read wrongly, gets another number; all on it stay together. */
export function ChangeKkDialog({ residentId, family, onClose }: ChangeKkDialogProps) {
  const { t } = useTranslation()
  const change = useDeed(api.residents.changeKk, { says: (_, { kk }) => t('residents.kkChanged', { kk: groupNik(kk) }), onDone: onClose })
  const [typed, setTyped] = useState('')
  const { kk, block, family: other } = useCardOf(typed)
  const isNew = kk !== undefined && kk !== family.kk
  const save = async () => {
    if (!isNew) return
    await change.act({ residentId, kk })
  }
  return (
    <FormDialog
      title={t('residents.changeKkTitle')}
      deed={t('ui.save')}
      isBusy={change.isBusy}
      problem={change.problem}
      isAllowed={isNew}
      onSubmit={() => void save()}
      onClose={onClose}
    >
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
