import { IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PAIR_LISTS, type PairLine, type PairList } from '#shared/residents/pairs.contract'
import type { ResidentCard } from '#shared/residents/residents.contract'
import { api } from '../api'
import { MergeDialog } from '../residents/MergeDialog'
import { useFormat } from '../text/use-format'
import { Card } from '../ui/Card'
import { Choice } from '../ui/Choice'
import { EmptyState } from '../ui/EmptyState'
import { List } from '../ui/List'
import { ListBar, ListPages } from '../ui/ListBar'
import { ProblemNotice } from '../ui/Notice'
import { useCall } from '../use-call'
import { PairCard } from './PairCard'
import styles from './QualityScreen.module.css'

const keyOf = (pair: PairLine): string => `${pair.residentId} ${pair.otherId}`

/** Residents who may be one person twice: the list on the left, both records beside each other on the right. */
export function PairsPart({ list, onList }: { list: PairList; onList: (list: PairList) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [from, setFrom] = useState(0)
  const [chosen, setChosen] = useState<string | null>(null)
  // a pair that was judged has left this list before its records are merged
  const [merging, setMerging] = useState<{ card: ResidentCard; otherId: string } | null>(null)
  const counts = useCall(api.pairs.counts, {}, { everyMs: latest => (latest?.isSearching ? 1000 : 0) })
  const page = useCall(api.pairs.list, { list, from })
  const lines = page.value?.lines ?? []
  const pair = lines.find(line => keyOf(line) === chosen) ?? lines[0]
  const { next = null } = page.value ?? {}
  if (page.problem) return <ProblemNotice problem={page.problem} />
  return (
    <>
      <ListBar>
        <Choice
          legend={t('quality.pairLists')}
          value={list}
          onChange={to => {
            setFrom(0)
            onList(to)
          }}
          options={PAIR_LISTS.map(value => ({
            value,
            label: t(`quality.pairList.${value}`, { n: format.number(counts.value?.[value] ?? 0) })
          }))}
        />
        {counts.value?.isSearching && (
          <p className={styles.soft} role="status">
            {t('quality.searching')}
          </p>
        )}
      </ListBar>
      {page.value && lines.length === 0 ? (
        <Card isFilling>
          <EmptyState icon={<IconUsers aria-hidden="true" />} title={t('quality.noPairs')}>
            {t('quality.noPairsTeach')}
          </EmptyState>
        </Card>
      ) : (
        <div className={styles.columns}>
          <Card isFilling>
            <List
              label={t('quality.pairs')}
              items={lines}
              keyOf={keyOf}
              current={pair ? keyOf(pair) : null}
              hasFocus
              onOpen={line => setChosen(keyOf(line))}
            >
              {line => (
                <span className={styles.words}>
                  <span className={styles.name}>{line.name}</span>
                  <span className={styles.name}>{line.otherName}</span>
                  <span className={styles.soft}>
                    {[line.areaLine, line.match && t('quality.score', { score: Math.round(line.match.score * 100) })]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
              )}
            </List>
            <ListPages onBefore={from > 0 && (() => setFrom(Math.max(0, from - 50)))} onMore={next !== null && (() => setFrom(next))} />
          </Card>
          {pair && (
            <PairCard
              key={keyOf(pair)}
              residentId={pair.residentId}
              otherId={pair.otherId}
              onMerge={(card, otherId) => setMerging({ card, otherId })}
            />
          )}
        </div>
      )}
      {merging && <MergeDialog {...merging} onMerged={() => setMerging(null)} onClose={() => setMerging(null)} />}
    </>
  )
}
