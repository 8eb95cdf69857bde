import { IconFolderOpen } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseLine } from '#shared/cases/cases.contract'
import { api } from '../api'
import { useFormat } from '../text/use-format'
import { Chip } from '../ui/Chip'
import { Choice } from '../ui/Choice'
import { EmptyState } from '../ui/EmptyState'
import { TextField } from '../ui/Field'
import { List } from '../ui/List'
import { ProblemNotice } from '../ui/Notice'
import { Screen } from '../ui/Screen'
import { ScrollArea } from '../ui/ScrollArea'
import { useCall } from '../use-call'
import styles from './OpenCasesScreen.module.css'

const SHOWN = 200

/** Every case that somebody still owes an answer, the longest overdue first. */
export function OpenCasesScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const [whose, setWhose] = useState<'all' | 'mine'>('all')
  const [filter, setFilter] = useState('')
  const { value, problem } = useCall(api.cases.listOpen, { mine: whose === 'mine' })
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  const found = (value ?? []).filter(line =>
    words.every(word => `${line.number} ${line.residentName} ${line.serviceName ?? ''} ${line.ownerName}`.toLowerCase().includes(word))
  )
  return (
    <Screen title={t('board.openCasesTitle')} lead={t('board.openCasesLead')}>
      {problem && <ProblemNotice problem={problem} />}
      <div className={styles.bar}>
        <div className={styles.filter}>
          <TextField label={t('board.openCasesFilter')} value={filter} maxLength={100} onChange={event => setFilter(event.target.value)} />
        </div>
        <Choice
          legend={t('board.openCasesWhose')}
          value={whose}
          onChange={setWhose}
          options={[
            { value: 'all', label: t('board.openCasesAll') },
            { value: 'mine', label: t('board.openCasesMine') }
          ]}
        />
      </div>
      <p className={styles.count} role="status">
        {value && t('board.openCasesCount', { count: found.length, overdue: format.number(found.filter(line => line.isOverdue).length) })}
      </p>
      <ScrollArea label={t('board.openCasesTitle')}>
        {value && found.length === 0 && (
          <EmptyState
            icon={<IconFolderOpen aria-hidden="true" />}
            title={t(value.length > 0 ? 'board.openCasesNoFit' : 'board.openCasesNone')}
          >
            {t(value.length > 0 ? 'board.openCasesNoFitTeach' : 'board.openCasesNoneTeach')}
          </EmptyState>
        )}
        <List
          label={t('board.openCasesTitle')}
          items={found.slice(0, SHOWN)}
          keyOf={line => line.id}
          onOpen={line => void navigate({ to: '/cases/$caseId', params: { caseId: line.id } })}
        >
          {line => <CaseRow line={line} />}
        </List>
      </ScrollArea>
    </Screen>
  )
}

function CaseRow({ line }: { line: CaseLine }) {
  const { t } = useTranslation()
  const format = useFormat()
  const due =
    line.dueOn === null ? t('board.noDue') : t(line.isOverdue ? 'board.overdueSince' : 'board.due', { date: format.date(line.dueOn) })
  return (
    <span className={styles.row}>
      <span>
        <span className={styles.number}>{line.number}</span>
        <span className={styles.small}>{t(`codes.caseStatus.${line.status}`)}</span>
      </span>
      <span>
        <span className={styles.name}>{line.residentName}</span>
        <span className={styles.small}>{line.serviceName ?? line.summary}</span>
      </span>
      <span>
        <span className={styles.name}>{line.nextStep ?? line.summary}</span>
        <span className={styles.small}>{t('board.owner', { name: line.ownerName })}</span>
      </span>
      <span className={styles.chips}>
        <Chip tone={line.isOverdue ? 'attention' : 'neutral'}>{due}</Chip>
        {line.urgency !== 'normal' && <Chip tone="bad">{t(`codes.urgency.${line.urgency}`)}</Chip>}
      </span>
    </span>
  )
}
