import { IconPrinter } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyName, isOnPaper, type PrintAttempt } from '#shared/letters/issued-letter'
import type { LetterCard } from '#shared/letters/letters.contract'
import { api } from '../api'
import { KEYS } from '../keys'
import { AskPrinted } from '../paper/AskPrinted'
import { NotPrinted } from '../paper/NotPrinted'
import { PrinterField } from '../paper/PrinterField'
import { usePrinter } from '../paper/use-printer'
import { useSession } from '../session'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { ProblemNotice } from '../ui/Notice'
import { useAct } from '../use-call'
import { CopyDialog } from './CopyDialog'
import styles from './PrintPanel.module.css'

type PrintPanelProps = {
  card: LetterCard
  /** Sends the paper once by itself, right after the letter was issued. */
  startsAtOnce?: boolean
}

/** The try that matters now: one that still waits for its end or an answer, whatever the clock said when it began; else the newest. */
const current = (attempts: readonly PrintAttempt[]): PrintAttempt | undefined =>
  attempts.find(({ status }) => status === 'sending' || status === 'asked') ?? [...attempts].sort((a, b) => b.startedAt - a.startedAt)[0]

/** Ended without paper. */
const isOver = ({ status }: PrintAttempt): boolean => status === 'failed' || status === 'cancelled'

/** Puts the frozen bytes on paper and asks whether they came out; a failed try repeats the same bytes, a later one is a numbered copy. */
export function PrintPanel({ card, startsAtOnce }: PrintPanelProps) {
  const { t } = useTranslation()
  const choice = usePrinter()
  const [print, stop] = [useAct(api.letters.print), useAct(api.letters.stopPrint)]
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const [isCopying, setCopying] = useState(false)
  const { letter, attempts } = card
  const { deskCode } = useSession().office
  // another desk's printer is no matter of this one, but for a paper of which nobody has said whether it came out
  const last = current(attempts.filter(one => one.deskCode === deskCode || one.status === 'asked'))
  const isPrinted = isOnPaper(attempts, null)
  const isVoid = letter.status === 'void'

  const lostCopy = isPrinted && last && isOver(last) ? last.copyNo : null

  const send = async (copyNo: number | null = null) => {
    if (!choice.printer) return
    setProblem(null)
    const answer = await print.act({ letterId: letter.id, printer: choice.printer, ...(copyNo !== null && { copyNo }) })
    if (!answer.ok) setProblem(answer.problem)
    void choice.look()
  }
  const hasStarted = useRef(false)
  useEffect(() => {
    if (!startsAtOnce || hasStarted.current || !choice.printer || attempts.length > 0) return
    hasStarted.current = true
    void send()
  })

  return (
    <Card
      title={t('letters.printing')}
      aside={
        isPrinted ? (
          <Chip tone="good">{t('letters.isPrinted')}</Chip>
        ) : (
          last && <Chip tone="attention">{t(`codes.printStatus.${last.status}`)}</Chip>
        )
      }
    >
      {problem && <ProblemNotice problem={problem} />}
      {print.isBusy || last?.status === 'sending' ? (
        <div className={styles.again}>
          <p role="status" className={styles.busy}>
            <IconPrinter aria-hidden="true" />{' '}
            {last?.status === 'sending' ? t('letters.sendingTo', { printer: last.printer }) : t('letters.sending')}
          </p>
          {last?.status === 'sending' && (
            <>
              <p>{t('letters.sendingTeach')}</p>
              <Button isBusy={stop.isBusy} onClick={() => void stop.act({ attemptId: last.id })}>
                {t('letters.cancelPrint')}
              </Button>
            </>
          )}
        </div>
      ) : last?.status === 'asked' ? (
        <AskPrinted attempt={last} onAnswered={() => setProblem(null)} />
      ) : isVoid ? (
        <p>{t('letters.voidNoPrint')}</p>
      ) : (
        <div className={styles.again}>
          {last && isOver(last) && (
            <NotPrinted attempt={last}>
              <p>{lostCopy === null ? t('letters.sameBytes') : t('letters.sameCopy', { n: copyName({ n: lostCopy, deskCode }) })}</p>
            </NotPrinted>
          )}
          {isPrinted && lostCopy === null && <p>{t('letters.copyTeach')}</p>}
          <PrinterField choice={choice} />
          {lostCopy !== null && (
            <Button
              tone="primary"
              shortcut={KEYS.print}
              isBusy={print.isBusy}
              disabled={!choice.printer}
              onClick={() => void send(lostCopy)}
            >
              {t('letters.printCopyAgain', { n: copyName({ n: lostCopy, deskCode }) })}
            </Button>
          )}
          {isPrinted ? (
            <Button shortcut={lostCopy === null ? KEYS.print : undefined} disabled={!choice.printer} onClick={() => setCopying(true)}>
              {t('letters.printCopy')}
            </Button>
          ) : (
            <Button tone="primary" shortcut={KEYS.print} isBusy={print.isBusy} disabled={!choice.printer} onClick={() => void send()}>
              {t(last ? 'letters.printAgain' : 'ui.print')}
            </Button>
          )}
        </div>
      )}
      {isCopying && choice.printer && (
        <CopyDialog
          letter={letter}
          printer={choice.printer}
          onClose={() => {
            setCopying(false)
            void choice.look()
          }}
        />
      )}
    </Card>
  )
}
