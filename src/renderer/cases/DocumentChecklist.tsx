import { IconFiles } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DOCUMENT_STATES, type DocumentCheck } from '#shared/cases/case'
import type { CaseCard } from '#shared/cases/cases.contract'
import { api } from '../api'
import { isAlone, KEYS } from '../keys'
import { PaperButton } from '../paper/PaperButton'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { cx } from '../ui/cx'
import { EmptyState } from '../ui/EmptyState'
import { Foot } from '../ui/Foot'
import fill from '../ui/fill.module.css'
import { Kbd } from '../ui/Kbd'
import { ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { type Saved, SavedState } from '../ui/SavedState'
import { useAct, useCall } from '../use-call'
import { type Mark, type Paper, papersOf, withMarks } from './checklist'
import styles from './DocumentChecklist.module.css'

type DocumentChecklistProps = { card: CaseCard; onNext: () => void }

/** Each paper the service asks for: here, missing or expired, one key each. Every answer is saved at once. */
export function DocumentChecklist({ card, onNext }: DocumentChecklistProps) {
  const { t, i18n } = useTranslation()
  const service = useCall(api.directory.service, { code: card.case.serviceCode ?? '' }, { enabled: card.case.serviceCode !== null })
  if (card.case.serviceCode && service.problem) return <ProblemNotice problem={service.problem} />
  if (card.case.serviceCode && !service.value) return <p role="status">{t('ui.loading')}</p>
  const papers = papersOf(card, service.value?.documents ?? [], i18n.language === 'en')
  if (papers.length === 0)
    return (
      <Card>
        <EmptyState icon={<IconFiles />} title={t('cases.noPapers')}>
          {t('cases.noPapersTeach')}
        </EmptyState>
        <Foot>
          <Button tone="primary" shortcut={KEYS.next} onClick={onNext}>
            {t('cases.toEnding')}
          </Button>
        </Foot>
      </Card>
    )
  return <Papers key={card.case.id} card={card} known={papers} onNext={onNext} />
}

function Papers({ card, known, onNext }: { card: CaseCard; known: readonly Paper[]; onNext: () => void }) {
  const { t } = useTranslation()
  const notify = useNotify()
  const check = useAct(api.cases.checkDocuments)
  const [marks, setMarks] = useState<ReadonlyMap<number, Mark>>(new Map())
  const [saved, setSaved] = useState<Saved>({ kind: 'nothing' })
  const papers = withMarks(known, marks)
  const rows = useRef<HTMLUListElement>(null)
  const focusRow = (at: number) => {
    const row = rows.current?.querySelectorAll('fieldset')[at]
    row?.querySelector<HTMLElement>('input:checked, input')?.focus()
  }
  useEffect(() => rows.current?.querySelector('input')?.focus(), [])

  const mark = async ({ position, document, isMandatory, note, checkedAt }: Paper, state: DocumentCheck['state']) => {
    setMarks(before => new Map(before).set(position, { state, over: checkedAt }))
    setSaved({ kind: 'saving' })
    const answer = await check.act({ caseId: card.case.id, documents: [{ position, document, isMandatory, state, note }] })
    setSaved(answer.ok ? { kind: 'saved', at: Date.now() } : { kind: 'failed' })
    if (!answer.ok) notify.problem(answer.problem)
  }
  const onKeyDown = (event: KeyboardEvent, paper: Paper, at: number) => {
    if (!isAlone(event)) return
    const state = DOCUMENT_STATES[Number(event.key) - 1]
    if (state) {
      void mark(paper, state)
      focusRow(Math.min(at + 1, papers.length - 1))
    } else if (event.key === 'ArrowDown') focusRow(Math.min(at + 1, papers.length - 1))
    else if (event.key === 'ArrowUp') focusRow(Math.max(at - 1, 0))
    else return
    event.preventDefault()
  }
  const here = papers.filter(paper => paper.state === 'present').length
  const lacking = papers.filter(paper => paper.isMandatory && paper.state !== 'present').length

  return (
    <div className={cx(fill.step, fill.byCard)}>
      <Card
        title={t('cases.papers')}
        isFilling
        aside={
          <span className={styles.legend}>
            {DOCUMENT_STATES.map((state, index) => (
              <span key={state}>
                <Kbd of={String(index + 1)} /> {t(`codes.documentState.${state}`)}
              </span>
            ))}
          </span>
        }
      >
        <ul ref={rows} className={styles.rows}>
          {papers.map((paper, at) => (
            <PaperRow
              key={paper.position}
              paper={paper}
              onKeyDown={event => onKeyDown(event, paper, at)}
              onMark={state => void mark(paper, state)}
            />
          ))}
        </ul>
      </Card>
      <Foot
        state={
          <>
            <strong>{t('cases.papersHere', { n: here, of: papers.length })}</strong>
            {lacking > 0 ? (
              <Chip tone="attention">{t('cases.papersLacking', { count: lacking })}</Chip>
            ) : (
              <Chip tone="good">{t('cases.papersComplete')}</Chip>
            )}
            <SavedState state={saved} />
          </>
        }
      >
        <PaperButton paper={{ kind: 'receipt', caseId: card.case.id }} shortcut={KEYS.print}>
          {t('cases.printReceipt')}
        </PaperButton>
        <Button tone="primary" shortcut={KEYS.next} onClick={onNext}>
          {t('cases.toEnding')}
        </Button>
      </Foot>
    </div>
  )
}

type PaperRowProps = { paper: Paper; onKeyDown: (event: KeyboardEvent) => void; onMark: (state: DocumentCheck['state']) => void }

function PaperRow({ paper, onKeyDown, onMark }: PaperRowProps) {
  const { t } = useTranslation()
  const name = useId()
  return (
    <li>
      <fieldset className={styles.row} onKeyDown={onKeyDown}>
        <legend className={styles.hidden}>{paper.label}</legend>
        <span className={styles.words}>
          <span className={styles.name} aria-hidden="true">
            {paper.label}
          </span>
          <span className={styles.more}>
            {[paper.isMandatory ? t('cases.mandatory') : t('cases.optionalPaper'), paper.how, paper.remark].filter(Boolean).join(' · ')}
          </span>
        </span>
        <span className={styles.states}>
          {DOCUMENT_STATES.map(state => (
            <label key={state} className={cx(styles.mark, paper.state === state && styles[state])}>
              <input type="radio" name={name} value={state} checked={paper.state === state} onChange={() => onMark(state)} />
              {t(`codes.documentState.${state}`)}
            </label>
          ))}
        </span>
      </fieldset>
    </li>
  )
}
