import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Resident } from '#shared/residents/resident'
import { api } from '../api'
import { useMay } from '../session'
import { Button } from '../ui/Button'
import { FormDialog } from '../ui/Dialog'
import { Notice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { useAct, useCall } from '../use-call'

/** That a record was merged and where it is shown now, and which records were merged into this one; each can be separated again. */
export function MergedNotices({ resident }: { resident: Resident }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const merged = useCall(api.residents.mergedInto, { residentId: resident.id })
  const { mergedInto } = resident
  const open = (residentId: string) => void navigate({ to: '/residents/$residentId', params: { residentId } })
  return (
    <>
      {mergedInto && (
        <Notice
          tone="attention"
          title={t('residents.mergedAway')}
          actions={
            <>
              <Button onClick={() => open(mergedInto)}>{t('residents.mergedOpen')}</Button>
              <Separate residentId={resident.id} name={resident.name} />
            </>
          }
        >
          <p>{t('residents.mergedAwayTeach')}</p>
        </Notice>
      )}
      {merged.value?.map(one => (
        <Notice
          key={one.residentId}
          title={t('residents.mergedFrom', { name: one.name })}
          actions={
            <>
              <Button onClick={() => open(one.residentId)}>{t('residents.mergedLook')}</Button>
              <Separate residentId={one.residentId} name={one.name} />
            </>
          }
        />
      ))}
    </>
  )
}

function Separate({ residentId, name }: { residentId: string; name: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const notify = useNotify()
  const unmerge = useAct(api.residents.unmerge)
  const [isAsking, setAsking] = useState(false)
  if (!may(api.residents.unmerge)) return null
  const separate = async () => {
    const answer = await unmerge.act({ residentId })
    setAsking(false)
    if (answer.ok) notify.done(t('residents.unmerged', { name }))
    else notify.problem(answer.problem)
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('residents.unmerge')}</Button>
      {isAsking && (
        <FormDialog
          title={t('residents.unmergeTitle', { name })}
          deed={t('residents.unmerge')}
          isBusy={unmerge.isBusy}
          onSubmit={() => void separate()}
          onClose={() => setAsking(false)}
        >
          <p>{t('residents.unmergeTeach')}</p>
        </FormDialog>
      )}
    </>
  )
}
