import { IconDatabase, IconFileText, IconFolder, IconTicket, IconUser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Hit } from '#shared/search/search.contract'
import { useFormat } from '../text/use-format'
import { Chip } from '../ui/Chip'
import styles from './hits.module.css'

const ICONS = { resident: IconUser, registry: IconDatabase, visit: IconTicket, case: IconFolder, letter: IconFileText } as const

export const keyOfHit = (hit: Hit): string => {
  if (hit.kind === 'resident') return `resident-${hit.residentId}`
  if (hit.kind === 'registry') return `registry-${hit.ref}`
  if (hit.kind === 'visit') return `visit-${hit.visitId}`
  if (hit.kind === 'case') return `case-${hit.caseId}`
  return `letter-${hit.letterId}`
}

function Words({ hit }: { hit: Hit }) {
  const { t } = useTranslation()
  const format = useFormat()
  switch (hit.kind) {
    case 'resident':
    case 'registry':
      return (
        <>
          <span className={styles.name}>{hit.name}</span>
          <span className={styles.more}>
            {[hit.nikMasked ?? t('search.noNik'), hit.birthDate && format.date(hit.birthDate), hit.areaLine].filter(Boolean).join(' · ')}
          </span>
        </>
      )
    case 'visit':
      return (
        <>
          <span className={styles.name}>{t('search.ticket', { ticket: hit.ticket })}</span>
          <span className={styles.more}>{[format.date(hit.day), ...hit.names].join(' · ')}</span>
        </>
      )
    case 'case':
      return (
        <>
          <span className={styles.name}>{hit.number}</span>
          <span className={styles.more}>{hit.residentName}</span>
        </>
      )
    case 'letter':
      return (
        <>
          <span className={styles.name}>{hit.number}</span>
          <span className={styles.more}>{[hit.residentName, format.date(hit.issuedOn)].join(' · ')}</span>
        </>
      )
  }
}

/** One answer of the search box, with why it is there. */
export function HitLine({ hit }: { hit: Hit }) {
  const { t } = useTranslation()
  const Icon = ICONS[hit.kind]
  return (
    <span className={styles.line}>
      <Icon aria-hidden="true" />
      <span className={styles.words}>
        <Words hit={hit} />
      </span>
      <span className={styles.side}>
        {hit.kind === 'registry' && <Chip>{t('search.fromRegistry')}</Chip>}
        {hit.kind === 'resident' && hit.isInRegistry && <Chip tone="brand">{t('search.inRegistry')}</Chip>}
        {hit.kind === 'resident' && hit.openCases > 0 && <Chip tone="attention">{t('search.openCases', { n: hit.openCases })}</Chip>}
        <span className={styles.why}>{t(`search.why.${hit.why}`)}</span>
      </span>
    </span>
  )
}
