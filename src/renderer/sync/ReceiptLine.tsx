import { IconCircleCheck, IconClock, IconCloudCheck, IconPencilExclamation } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../api'
import { useFormat } from '../text/use-format'
import { useCall } from '../use-call'
import styles from './ReceiptLine.module.css'

/** Where the newest change of a record stands, in words; nothing on a desk without a district. */
export function ReceiptLine({ entity, id }: { entity: 'resident' | 'case' | 'letter' | 'referral'; id: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { value: receipt } = useCall(api.sync.receipt, { entity, id })
  if (!receipt) return null
  switch (receipt.kind) {
    case 'here':
      return (
        <span className={styles.receipt}>
          <IconCircleCheck aria-hidden="true" />
          {t('sync.receipt.here')}
        </span>
      )
    case 'fed':
      return (
        <span className={styles.receipt}>
          <IconCloudCheck aria-hidden="true" />
          {t('sync.receipt.fed', { n: format.number(receipt.feed) })}
        </span>
      )
    case 'waiting':
      return (
        <span className={styles.receipt}>
          <IconClock aria-hidden="true" />
          {t('sync.receipt.waiting')}
        </span>
      )
    case 'refused':
      return (
        <Link to="/sync" className={styles.refused}>
          <IconPencilExclamation aria-hidden="true" />
          {t('sync.receipt.refused', { reason: t(`codes.refusal.${receipt.reason}`) })}
        </Link>
      )
  }
}
