import { IconShieldCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Visit } from '#shared/visits/visit'
import { api } from '../api'
import { KEYS } from '../keys'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'
import styles from './PrivacyNotice.module.css'

/** Kept with the visit; grows when the words change. */
const VERSION = '2026-11'

/** What is read to the resident before anything is typed, in both languages (UU 27/2022 art. 21); one key records it. */
export function PrivacyNotice({ visit, isOpen }: { visit: Visit; isOpen: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const notify = useNotify()
  const record = useAct(api.visits.recordPrivacyNotice)
  const isGiven = visit.privacyNoticedAt !== null
  const give = async () => {
    const answer = await record.act({ visitId: visit.id, version: VERSION })
    if (!answer.ok) notify.problem(answer.problem)
  }
  return (
    <Card
      title={t('visits.privacy')}
      aside={
        isGiven && visit.privacyNoticedAt !== null ? (
          <Chip tone="good">
            <IconShieldCheck aria-hidden="true" />
            {t('visits.privacyGiven', { time: format.time(visit.privacyNoticedAt), version: visit.privacyNotice ?? '' })}
          </Chip>
        ) : (
          isOpen && (
            <Button tone="primary" shortcut={KEYS.primary} waitsToBeRead isBusy={record.isBusy} onClick={() => void give()}>
              {t('visits.privacyRead')}
            </Button>
          )
        )
      }
    >
      {!isGiven && (
        <div className={styles.languages}>
          <p lang="id">{t('visits.privacyText', { lng: 'id' })}</p>
          <p lang="en" className={styles.second}>
            {t('visits.privacyText', { lng: 'en' })}
          </p>
        </div>
      )}
    </Card>
  )
}
