import { IconDatabase, IconFileText, IconFolder, IconTicket, IconUser } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Hit } from '#shared/search/search.contract'
import { type Format, useFormat } from '../text/use-format'
import { Chip } from '../ui/Chip'
import { ListLine } from '../ui/ListLine'
import styles from './hits.module.css'

const ICONS = { resident: IconUser, registry: IconDatabase, visit: IconTicket, case: IconFolder, letter: IconFileText } as const

export const keyOfHit = (hit: Hit): string => {
  if (hit.kind === 'resident') return `resident-${hit.residentId}`
  if (hit.kind === 'registry') return `registry-${hit.ref}`
  if (hit.kind === 'visit') return `visit-${hit.visitId}`
  if (hit.kind === 'case') return `case-${hit.caseId}`
  return `letter-${hit.letterId}`
}

type Words = { name: string; more: string }

function wordsOf(hit: Hit, t: TFunction, format: Format): Words {
  switch (hit.kind) {
    case 'resident':
    case 'registry':
      return {
        name: hit.name,
        more: [hit.nikMasked ?? t('search.noNik'), hit.birthDate && format.date(hit.birthDate), hit.areaLine].filter(Boolean).join(' · ')
      }
    case 'visit':
      return { name: t('search.ticket', { ticket: hit.ticket }), more: [format.date(hit.day), ...hit.names].join(' · ') }
    case 'case':
      return { name: hit.number, more: hit.residentName }
    case 'letter':
      return { name: hit.number, more: [hit.residentName, format.date(hit.issuedOn)].join(' · ') }
  }
}

/** Why it was found, and what else of the typed words fits. */
const reasonsOf = (hit: Hit) => [
  `search.why.${hit.why}` as const,
  ...('alsoFits' in hit ? hit.alsoFits.map(sign => `search.alsoFits.${sign}` as const) : [])
]

/** One answer of the search box, with why it is there. */
export function HitLine({ hit }: { hit: Hit }) {
  const { t } = useTranslation()
  const format = useFormat()
  const Icon = ICONS[hit.kind]
  return (
    <ListLine start={<Icon aria-hidden="true" />} {...wordsOf(hit, t, format)}>
      <span className={styles.side}>
        {hit.kind === 'registry' && <Chip>{t(`search.fromRegistry.${hit.source}`, { period: hit.period })}</Chip>}
        {hit.kind === 'resident' && hit.presence && <Chip tone="bad">{t(`codes.presence.${hit.presence}`)}</Chip>}
        {hit.kind === 'resident' && hit.listedIn && <Chip tone="brand">{t(`search.inRegistry.${hit.listedIn}`)}</Chip>}
        {hit.kind === 'resident' && hit.openCases > 0 && <Chip tone="attention">{t('search.openCases', { count: hit.openCases })}</Chip>}
        <span className={styles.why}>
          {reasonsOf(hit)
            .map(reason => t(reason))
            .join(', ')}
        </span>
      </span>
    </ListLine>
  )
}
