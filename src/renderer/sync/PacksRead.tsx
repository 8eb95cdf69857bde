import { useTranslation } from 'react-i18next'
import type { PackRead } from '#shared/sync/sync.contract'
import { useFormat } from '../text/use-format'
import { Chip, type Tone } from '../ui/Chip'
import { EmptyState } from '../ui/EmptyState'
import styles from './StickDialog.module.css'

const TONES: Record<PackRead['outcome'], Tone> = {
  taken: 'good',
  'nothing-new': 'neutral',
  'not-for-us': 'neutral',
  damaged: 'bad',
  'another-version': 'bad',
  'not-a-pack': 'neutral'
}

/** What became of each file on a stick. */
export function PacksRead({ packs }: { packs: readonly PackRead[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const wordOf = (pack: PackRead): string =>
    pack.needsEarlier ? t('sync.packEarlier') : t(`sync.packOutcome.${pack.outcome}`, { n: format.number(pack.changes) })
  if (packs.length === 0) return <EmptyState title={t('sync.stickNoPacks')}>{t('sync.stickNoPacksTeach')}</EmptyState>
  return (
    <ul className={styles.packs}>
      {packs.map(pack => (
        <li key={pack.file} className={styles.pack}>
          <span className={styles.file}>{pack.file}</span>
          <Chip tone={TONES[pack.outcome]}>{wordOf(pack)}</Chip>
        </li>
      ))}
    </ul>
  )
}
