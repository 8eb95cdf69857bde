import { IconDatabaseSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDateOf } from '#shared/clock'
import type { RegistryCheck } from '#shared/registry/registry'
import { api } from '../api'
import { useSession } from '../session'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { EmptyState } from '../ui/EmptyState'
import { useCall } from '../use-call'
import { RegistryCheckDialog } from './RegistryCheckDialog'
import styles from './RegistryPanel.module.css'

function CheckLine({ check }: { check: RegistryCheck }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { office } = useSession()
  return (
    <li className={styles.check}>
      <Chip tone={check.isListed ? 'good' : 'attention'}>{t(check.isListed ? 'registry.listed' : 'registry.notListed')}</Chip>
      {check.decile !== null && <Chip tone="brand">{t('registry.decileIs', { n: check.decile })}</Chip>}
      <span className={styles.more}>
        {t('registry.line', {
          source: t(`registry.source.${check.source}`),
          period: check.period,
          on: format.date(localDateOf(check.checkedAt, office.timeZone))
        })}
      </span>
      {check.programmes.length > 0 && <span>{check.programmes.map(code => t(`registry.programme.${code}`)).join(', ')}</span>}
      {check.note && <span className={styles.note}>{check.note}</span>}
    </li>
  )
}

/** What was seen of a person in SIKS-NG, with source, period and age; never more than that. */
export function RegistryPanel({ residentId, visitId }: { residentId: string; visitId: string | null }) {
  const { t } = useTranslation()
  const checks = useCall(api.registry.checksOf, { residentId })
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Card
      title={t('registry.title')}
      aside={
        <Button tone="plain" onClick={() => setIsOpen(true)}>
          {t('registry.record')}
        </Button>
      }
    >
      {checks.value?.length === 0 && (
        <EmptyState icon={<IconDatabaseSearch />} title={t('registry.none')}>
          {t('registry.noneTeach')}
        </EmptyState>
      )}
      <ul className={styles.checks}>
        {checks.value?.map(check => (
          <CheckLine key={check.id} check={check} />
        ))}
      </ul>
      {checks.value?.some(check => !check.isListed) && <p className={styles.more}>{t('registry.limits')}</p>}
      {isOpen && <RegistryCheckDialog residentId={residentId} visitId={visitId} onClose={() => setIsOpen(false)} />}
    </Card>
  )
}
