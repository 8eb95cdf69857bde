import { useTranslation } from 'react-i18next'
import type { Hit } from '#shared/search/search.contract'
import { cx } from '../ui/cx'
import { HitLine, keyOfHit } from './HitLine'
import styles from './hits.module.css'

export const HIT_KINDS = ['resident', 'visit', 'case', 'letter'] as const

/** The hits in the order they are shown: by kind, each kind in the desk's order. */
export const inGroups = (hits: readonly Hit[]): Hit[] => HIT_KINDS.flatMap(kind => hits.filter(hit => hit.kind === kind))

type HitListProps = { id: string; hits: readonly Hit[]; at: number; onOpen: (hit: Hit) => void }

/** Answers grouped by what they are. The search field above holds the focus; `at` is the one that Enter opens. */
export function HitList({ id, hits, at, onOpen }: HitListProps) {
  const { t } = useTranslation()
  return (
    <div id={id} role="listbox" aria-label={t('search.results')} className={styles.list}>
      {hits.map((hit, index) => (
        <div key={keyOfHit(hit)} role="presentation">
          {hits[index - 1]?.kind !== hit.kind && (
            <div className={styles.group} role="presentation">
              {t(`search.group.${hit.kind}`)}
            </div>
          )}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the search field holds focus and keys */}
          <div
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            className={cx(styles.hit, index === at && styles.active)}
            ref={index === at ? node => node?.scrollIntoView?.({ block: 'nearest' }) : undefined}
            onMouseDown={event => event.preventDefault()}
            onClick={() => onOpen(hit)}
          >
            <HitLine hit={hit} />
          </div>
        </div>
      ))}
    </div>
  )
}
