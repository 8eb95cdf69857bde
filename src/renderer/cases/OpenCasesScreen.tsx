import { IconFolderOpen } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseLine, WhoseCases } from '#shared/cases/cases.contract'
import { api } from '../api'
import { useTermName } from '../directory/term-name'
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

/** Every case that somebody still owes an answer, the longest overdue first. */
export function OpenCasesScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const [whose, setWhose] = useState<WhoseCases>('all')
  const [text, setText] = useState('')
  const { value, problem } = useCall(api.cases.listOpen, { whose, text: text.trim() })
  const isNarrowed = text.trim() !== '' || whose !== 'all'
  const ownerless = value?.ownerless ?? 0
  return (
    <Screen title={t('board.openCasesTitle')} lead={t('board.openCasesLead')}>
      {problem && <ProblemNotice problem={problem} />}
      <div className={styles.bar}>
        <div className={styles.filter}>
          <TextField label={t('board.openCasesFilter')} value={text} maxLength={100} onChange={event => setText(event.target.value)} />
        </div>
        <Choice
          legend={t('board.openCasesWhose')}
          value={whose}
          onChange={setWhose}
          options={[
            { value: 'all', label: t('board.openCasesAll') },
            { value: 'mine', label: t('board.openCasesMine') },
            ...(ownerless > 0 || whose === 'ownerless'
              ? [{ value: 'ownerless' as const, label: t('board.openCasesOwnerless', { n: format.number(ownerless) }) }]
              : [])
          ]}
        />
      </div>
      <p className={styles.count} role="status">
        {value && t('board.openCasesCount', { count: value.count, overdue: format.number(value.overdue) })}
        {value && value.count > value.lines.length && ` ${t('board.openCasesCut', { n: format.number(value.lines.length) })}`}
      </p>
      <ScrollArea label={t('board.openCasesTitle')}>
        {value?.count === 0 && (
          <EmptyState icon={<IconFolderOpen aria-hidden="true" />} title={t(isNarrowed ? 'board.openCasesNoFit' : 'board.openCasesNone')}>
            {t(isNarrowed ? 'board.openCasesNoFitTeach' : 'board.openCasesNoneTeach')}
          </EmptyState>
        )}
        <List
          label={t('board.openCasesTitle')}
          items={value?.lines ?? []}
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
  const nameOf = useTermName()
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
        <span className={styles.small}>{nameOf(line.service) ?? line.summary}</span>
      </span>
      <span>
        <span className={styles.name}>{line.nextStep ?? line.summary}</span>
        <span className={styles.small}>{t(line.isOwnerHere ? 'board.owner' : 'board.ownerGone', { name: line.ownerName })}</span>
      </span>
      <span className={styles.chips}>
        <Chip tone={line.isOverdue ? 'attention' : 'neutral'}>{due}</Chip>
        {line.residentPresence && <Chip tone="bad">{t(`codes.presence.${line.residentPresence}`)}</Chip>}
        {line.urgency !== 'normal' && <Chip tone="bad">{t(`codes.urgency.${line.urgency}`)}</Chip>}
      </span>
    </span>
  )
}
