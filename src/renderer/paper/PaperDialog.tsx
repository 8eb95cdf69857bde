import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrintAttempt } from '#shared/letters/issued-letter'
import type { Paper } from '#shared/letters/letters.contract'
import { api } from '../api'
import { KEYS } from '../keys'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { useAct, useCall } from '../use-call'
import { AskPrinted } from './AskPrinted'
import { NotPrinted } from './NotPrinted'
import styles from './PaperDialog.module.css'
import { PrinterField } from './PrinterField'
import { SheetView } from './SheetView'
import { usePrinter } from './use-printer'

/** The paper as it will come out, the printer, and the question whether it came out. */
export function PaperDialog({ paper, onClose }: { paper: Paper; onClose: () => void }) {
  const { t } = useTranslation()
  const notify = useNotify()
  const choice = usePrinter(paper.kind === 'ticket' ? 'tickets' : 'pages')
  const sheet = useCall(api.letters.showPaper, { paper })
  const print = useAct(api.letters.printPaper)
  const [attempt, setAttempt] = useState<PrintAttempt | null>(null)
  const [problem, setProblem] = useState<DeskProblem | null>(null)

  const send = async () => {
    if (!choice.printer) return
    setProblem(null)
    const answer = await print.act({ paper, printer: choice.printer })
    if (answer.ok) setAttempt(answer.value)
    else setProblem(answer.problem)
    void choice.look()
  }
  const isAsked = attempt?.status === 'asked'
  return (
    <Dialog
      title={t('letters.printPaper')}
      width={760}
      onClose={onClose}
      actions={
        isAsked ? undefined : (
          <>
            <Button onClick={onClose}>{t('ui.close')}</Button>
            <Button tone="primary" shortcut={KEYS.primary} isBusy={print.isBusy} disabled={!choice.printer} onClick={() => void send()}>
              {t(attempt ? 'letters.printAgain' : 'ui.print')}
            </Button>
          </>
        )
      }
    >
      {problem && <ProblemNotice problem={problem} />}
      {sheet.problem && <ProblemNotice problem={sheet.problem} />}
      {isAsked ? (
        <AskPrinted
          attempt={attempt}
          onAnswered={answered => {
            setAttempt(answered)
            if (answered.status !== 'printed') return
            notify.done(t('letters.paperPrinted'))
            onClose()
          }}
        />
      ) : (
        <PrinterField choice={choice} />
      )}
      {(attempt?.status === 'failed' || attempt?.status === 'cancelled') && <NotPrinted attempt={attempt} />}
      {sheet.value && (
        <div className={styles.preview}>
          <SheetView sheet={sheet.value} zoom={66} />
        </div>
      )}
    </Dialog>
  )
}
