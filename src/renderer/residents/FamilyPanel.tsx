import { IconUsers } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResidentCard } from '#shared/residents/residents.contract'
import { api } from '../api'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { FormDialog } from '../ui/Dialog'
import { EmptyState } from '../ui/EmptyState'
import { groupNik } from '../ui/NikField'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'
import { ChangeKkDialog } from './ChangeKkDialog'
import { JoinFamilyDialog } from './JoinFamilyDialog'
import { Members } from './Members'
import styles from './Members.module.css'
import { RelationDialog } from './RelationDialog'

/** The family of a person: who is on the card, onto another card, off the card, to another place on it; another number for the card itself. */
export function FamilyPanel({ card, isJoining = false }: { card: ResidentCard; isJoining?: boolean }) {
  const { t } = useTranslation()
  const notify = useNotify()
  const navigate = useNavigate()
  const leave = useAct(api.residents.leaveFamily)
  const { family, resident } = card
  const [open, setOpen] = useState<'join' | 'leave' | 'kk' | 'relation' | null>(isJoining ? (family ? 'kk' : 'join') : null)
  const look = (residentId: string) => void navigate({ to: '/residents/$residentId', params: { residentId } })
  const goOut = async () => {
    const answer = await leave.act({ residentId: resident.id })
    if (answer.ok) notify.done(t('residents.leftFamily', { name: resident.name }))
    else notify.problem(answer.problem)
    setOpen(null)
  }
  return (
    <Card
      title={t('residents.familyCard')}
      aside={
        !resident.mergedInto && (
          <span className={styles.deeds}>
            {family && (
              <Button tone="plain" onClick={() => setOpen('leave')}>
                {t('residents.leave')}
              </Button>
            )}
            <Button tone="plain" onClick={() => setOpen('join')}>
              {t(family ? 'residents.changeFamily' : 'residents.joinFamily')}
            </Button>
          </span>
        )
      }
    >
      {family ? (
        <>
          <p className={styles.card}>
            {family.kk ? `KK ${groupNik(family.kk)}` : t('residents.kkUnknown')}
            {!resident.mergedInto && (
              <Button tone="plain" onClick={() => setOpen('kk')}>
                {t(family.kk ? 'residents.changeKk' : 'residents.sayKk')}
              </Button>
            )}
          </p>
          <Members members={family.members} open={{ except: resident.id, onOpen: look }} />
          {!resident.mergedInto && (
            <p className={styles.card}>
              <Button tone="plain" onClick={() => setOpen('relation')}>
                {t('residents.changeRelation')}
              </Button>
            </p>
          )}
        </>
      ) : (
        <EmptyState icon={<IconUsers />} title={t('residents.noFamily')}>
          {t('residents.noFamilyTeach')}
        </EmptyState>
      )}
      {open === 'join' && <JoinFamilyDialog resident={resident} onClose={() => setOpen(null)} />}
      {open === 'kk' && family && <ChangeKkDialog residentId={resident.id} family={family} onClose={() => setOpen(null)} />}
      {open === 'relation' && family && <RelationDialog resident={resident} family={family} onClose={() => setOpen(null)} />}
      {open === 'leave' && (
        <FormDialog
          title={t('residents.leaveTitle', { name: resident.name })}
          deed={t('residents.leave')}
          isDanger
          isBusy={leave.isBusy}
          onSubmit={() => void goOut()}
          onClose={() => setOpen(null)}
        >
          {t('residents.leaveTeach')}
        </FormDialog>
      )}
    </Card>
  )
}
