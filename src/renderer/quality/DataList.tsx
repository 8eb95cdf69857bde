import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QualityKind, QualityLine } from '#shared/quality/quality.contract'
import { CHECKABLE_FLAWS } from '#shared/residents/flaw-check'
import { NO_NIK_REASONS } from '#shared/residents/resident'
import { api } from '../api'
import { useFormat } from '../text/use-format'
import { EmptyState } from '../ui/EmptyState'
import { List } from '../ui/List'
import { ListPages } from '../ui/ListBar'
import { ProblemNotice } from '../ui/Notice'
import { useCall } from '../use-call'
import { CheckButton } from './CheckButton'
import { ConfirmDialog } from './ConfirmDialog'
import styles from './QualityScreen.module.css'
import { repairAt } from './quality-search'

type Kind = Exclude<QualityKind, 'possible-duplicate'>
type DataListProps = {
  kind: Kind
  villageCode: string | null
  /** Those who were checked and are right as they are, in place of those to be repaired. */
  isChecked: boolean
  onOpen: (residentId: string, at: (typeof repairAt)[Kind]) => void
}

/** Residents of one kind, a page at a time. Enter opens the resident's form at the field; who was repaired is gone when one comes back. */
export function DataList({ kind, villageCode, isChecked, onOpen }: DataListProps) {
  const { t } = useTranslation()
  const [starts, setStarts] = useState<readonly (string | null)[]>([null])
  const page = useCall(api.quality.list, { kind, villageCode, isChecked, after: starts.at(-1) ?? null })
  const [confirming, setConfirming] = useState<QualityLine | null>(null)
  const [reason, setReason] = useState('')
  const checkable = CHECKABLE_FLAWS.find(one => one === kind)
  const next = page.value?.next ?? null
  if (page.problem) return <ProblemNotice problem={page.problem} />
  return (
    <>
      {page.value?.lines.length === 0 && (
        <EmptyState icon={<IconCircleCheck aria-hidden="true" />} title={t(isChecked ? 'quality.nobodyChecked' : 'quality.nobody')}>
          {t(isChecked ? 'quality.nobodyCheckedTeach' : 'quality.nobodyTeach')}
        </EmptyState>
      )}
      <List
        label={t(`codes.qualityKind.${kind}`)}
        items={page.value?.lines ?? []}
        keyOf={line => line.residentId}
        hasFocus
        onOpen={line => onOpen(line.residentId, repairAt[kind])}
        beside={checkable && (line => <CheckButton kind={checkable} line={line} onConfirm={() => setConfirming(line)} />)}
      >
        {line => <Line line={line} />}
      </List>
      <ListPages
        onBefore={starts.length > 1 && (() => setStarts(starts.slice(0, -1)))}
        onMore={next !== null && (() => setStarts([...starts, next]))}
      />
      {checkable && confirming && (
        <ConfirmDialog
          kind={checkable}
          line={confirming}
          reason={reason}
          onConfirmed={said => {
            setReason(said)
            setConfirming(null)
          }}
          onClose={() => setConfirming(null)}
        />
      )}
    </>
  )
}

function Line({ line }: { line: QualityLine }) {
  const { t } = useTranslation()
  const format = useFormat()
  const noNik = NO_NIK_REASONS.find(code => code === line.noNikReason)
  const reason = noNik ? t(`codes.noNikReason.${noNik}`) : line.nikOverrideReason
  return (
    <span className={styles.line}>
      <span className={styles.words}>
        <span className={styles.name}>{line.name}</span>
        <span className={styles.soft}>{line.areaLine || t('quality.noVillage')}</span>
        {line.check && (
          <span className={styles.soft}>
            {t('quality.checkedBy', { reason: line.check.reason, name: line.check.officerName, at: format.moment(line.check.checkedAt) })}
          </span>
        )}
      </span>
      <span className={styles.words}>
        <span>{line.nikMasked ?? t('search.noNik')}</span>
        <span className={styles.soft}>
          {[line.birthDate ? format.date(line.birthDate) : t('residents.noBirthDate'), reason && t('quality.reason', { reason })]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
    </span>
  )
}
