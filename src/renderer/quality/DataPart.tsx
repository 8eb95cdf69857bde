import { IconCircleCheck, IconListSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { QUALITY_KINDS, type QualityCount, type QualityKind } from '#shared/quality/quality.contract'
import { api } from '../api'
import { useFormat } from '../text/use-format'
import { Card } from '../ui/Card'
import { Choice } from '../ui/Choice'
import { EmptyState } from '../ui/EmptyState'
import { List } from '../ui/List'
import { ProblemNotice } from '../ui/Notice'
import { SelectField } from '../ui/SelectField'
import { useCall } from '../use-call'
import { DataList } from './DataList'
import styles from './QualityScreen.module.css'
import type { QualitySearch } from './quality-search'

type DataPartProps = { search: QualitySearch; onGo: (to: QualitySearch) => void }

const NOWHERE = ''
const totalOf = (counts: readonly QualityCount[], kind: QualityKind, of: 'n' | 'checked'): number =>
  counts.filter(count => count.kind === kind).reduce((sum, count) => sum + count[of], 0)

/** Each kind of flaw with how many there are; the chosen one as a list of residents to work off. */
export function DataPart({ search, onGo }: DataPartProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const counts = useCall(api.quality.counts, {}, { everyMs: latest => (latest?.isSearching ? 1000 : 0) })
  const all = counts.value?.counts ?? []
  const kinds = QUALITY_KINDS.map(kind => ({ kind, n: totalOf(all, kind, 'n'), checked: totalOf(all, kind, 'checked') })).filter(
    one => one.n + one.checked > 0 || one.kind === search.kind
  )
  const { kind, village, checked: isChecked = false } = search
  const shown = kinds.find(one => one.kind === kind)
  const villages = [
    ...(counts.value?.villages ?? []).map(({ code, name }) => ({ value: code, label: name })),
    { value: NOWHERE, label: t('quality.noVillage') }
  ]
    .map(one => ({
      ...one,
      n: all.find(count => count.kind === kind && count.villageCode === one.value)?.[isChecked ? 'checked' : 'n'] ?? 0
    }))
    .filter(one => one.n > 0 || one.value === village)
    .map(one => ({ value: one.value, label: one.label, more: t('quality.count', { count: one.n }) }))
  if (counts.problem) return <ProblemNotice problem={counts.problem} />
  if (!counts.value) return <p role="status">{t('ui.loading')}</p>
  return (
    <div className={styles.columns}>
      <Card title={t('quality.kinds')} isFilling>
        <p className={styles.soft} role="status">
          {counts.value.isSearching ? t('quality.searching') : t('quality.residents', { count: counts.value.residents })}
        </p>
        {kinds.length === 0 && (
          <EmptyState icon={<IconCircleCheck aria-hidden="true" />} title={t('quality.allSound')}>
            {t('quality.allSoundTeach')}
          </EmptyState>
        )}
        <List
          label={t('quality.kinds')}
          items={kinds}
          keyOf={one => one.kind}
          current={kind ?? null}
          hasFocus={kind === undefined}
          onOpen={one => (one.kind === 'possible-duplicate' ? onGo({ part: 'pairs' }) : onGo({ part: 'data', kind: one.kind }))}
        >
          {one => (
            <span className={styles.kind}>
              <span className={styles.words}>
                <span className={styles.name}>{t(`codes.qualityKind.${one.kind}`)}</span>
                {one.checked > 0 && <span className={styles.soft}>{t('quality.checkedCount', { count: one.checked })}</span>}
              </span>
              <span className={styles.number}>{format.number(one.n)}</span>
            </span>
          )}
        </List>
      </Card>
      {kind && kind !== 'possible-duplicate' ? (
        <Card
          title={t(`codes.qualityKind.${kind}`)}
          isFilling
          aside={<span className={styles.soft}>{t('quality.count', { count: (isChecked ? shown?.checked : shown?.n) ?? 0 })}</span>}
        >
          <div className={styles.choose}>
            <SelectField
              label={t('quality.village')}
              placeholder={t('quality.allVillages')}
              isClearable
              options={villages}
              value={village ?? null}
              onChange={to => onGo({ part: 'data', kind, ...(to !== null && { village: to }), ...(isChecked && { checked: true }) })}
            />
            {(isChecked || (shown?.checked ?? 0) > 0) && (
              <Choice
                legend={t('quality.checkLists')}
                value={isChecked ? 'checked' : 'open'}
                onChange={to =>
                  onGo({ part: 'data', kind, ...(village !== undefined && { village }), ...(to === 'checked' && { checked: true }) })
                }
                options={[
                  { value: 'open', label: t('quality.checkList.open', { n: format.number(shown?.n ?? 0) }) },
                  { value: 'checked', label: t('quality.checkList.checked', { n: format.number(shown?.checked ?? 0) }) }
                ]}
              />
            )}
          </div>
          <DataList
            key={`${kind} ${village} ${isChecked}`}
            kind={kind}
            villageCode={village ?? null}
            isChecked={isChecked}
            onOpen={(residentId, at) =>
              void navigate({ to: '/residents/$residentId', params: { residentId }, search: at === undefined ? {} : { at } })
            }
          />
        </Card>
      ) : (
        <Card isFilling>
          {kinds.length > 0 && <EmptyState icon={<IconListSearch aria-hidden="true" />} title={t('quality.chooseKind')} />}
        </Card>
      )}
    </div>
  )
}
