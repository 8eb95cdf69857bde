import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ProposalsPart } from '../proposals/ProposalsPart'
import { Screen } from '../ui/Screen'
import { Tabs } from '../ui/Tabs'
import { DataPart } from './DataPart'
import { ListCheckPart } from './ListCheckPart'
import { PairsPart } from './PairsPart'
import styles from './QualityScreen.module.css'

const PARTS = ['data', 'pairs', 'proposals', 'lists'] as const

/** Mutu data: what is to be repaired in residents' data, who may be one person twice, and what was asked of the ministry. */
export function QualityScreen() {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/quality' })
  const search = useSearch({ from: '/quality' })
  const go = (to: typeof search) => void navigate({ search: to, replace: true })
  const part = search.part ?? 'data'
  return (
    <Screen title={t('quality.title')} lead={t('quality.lead')}>
      <Tabs
        label={t('quality.parts')}
        tabs={PARTS.map(key => ({ key, label: t(`quality.${key}`) }))}
        current={part}
        onChange={key => go({ part: key })}
      >
        <div className={styles.part}>
          {part === 'data' && <DataPart search={search} onGo={go} />}
          {part === 'pairs' && <PairsPart list={search.pairs ?? 'open'} onList={pairs => go({ part, pairs })} />}
          {part === 'lists' && <ListCheckPart />}
          {part === 'proposals' && <ProposalsPart list={search.proposals ?? 'waiting'} onList={proposals => go({ part, proposals })} />}
        </div>
      </Tabs>
    </Screen>
  )
}
