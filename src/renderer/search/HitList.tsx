import { useTranslation } from 'react-i18next'
import { type Hit, MOST_PEOPLE } from '#shared/search/search.contract'
import { cx } from '../ui/cx'
import { HitLine, keyOfHit } from './HitLine'
import { groupOf, type HitGroup } from './hit-groups'
import styles from './hits.module.css'

function Heading({ of }: { of: HitGroup }) {
  const { t } = useTranslation()
  if (of.kind !== 'family') return t(`search.group.${of.kind}`)
  return of.headName ? t('search.familyOf', { kk: of.kkMasked, head: of.headName }) : t('search.family', { kk: of.kkMasked })
}

type HitListProps = { id: string; hits: readonly Hit[]; at: number; onOpen: (hit: Hit) => void }

/** Answers in the desk's order, a family under its card. The search field above holds the focus; `at` is the one that Enter opens. */
export function HitList({ id, hits, at, onOpen }: HitListProps) {
  const { t } = useTranslation()
  const people = hits.filter(({ kind }) => kind === 'resident' || kind === 'registry').length
  return (
    <>
      <div id={id} role="listbox" aria-label={t('search.results')} className={styles.list}>
        {hits.map((hit, index) => {
          const before = hits[index - 1]
          const group = groupOf(hit)
          return (
            <div key={keyOfHit(hit)} role="presentation">
              {(!before || groupOf(before).key !== group.key) && (
                <div className={styles.group} role="presentation">
                  <Heading of={group} />
                </div>
              )}
              {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the search field holds focus and keys */}
              <div
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === at}
                className={cx(
                  styles.hit,
                  index === at && styles.active,
                  hit.why === 'case-of' && styles.below,
                  hit.why === 'letter-of' && styles.below
                )}
                ref={index === at ? node => node?.scrollIntoView?.({ block: 'nearest' }) : undefined}
                onMouseDown={event => event.preventDefault()}
                onClick={() => onOpen(hit)}
              >
                <HitLine hit={hit} />
              </div>
            </div>
          )
        })}
      </div>
      {people >= MOST_PEOPLE && <p className={styles.many}>{t('search.many')}</p>}
    </>
  )
}
