import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api'
import { KEYS } from '../keys'
import { PrinterField } from '../paper/PrinterField'
import { QrCode } from '../paper/QrCode'
import { usePrinter } from '../paper/use-printer'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Notice, ProblemNotice } from '../ui/Notice'
import { useAct } from '../use-call'
import { KeepCodeDialog } from './KeepCodeDialog'
import styles from './RecoveryCode.module.css'

type CodeOnScreenProps = { code: string; words: string[]; onDone: () => void; onKept: () => void }

/** The new recovery code, this once: as a picture, in letters, in words, and on its way to paper. */
export function CodeOnScreen({ code, words, onDone, onKept }: CodeOnScreenProps) {
  const { t } = useTranslation()
  const choice = usePrinter()
  const print = useAct(api.backups.printCode)
  const [isSent, setSent] = useState<boolean | null>(null)
  const [isOnPaper, setOnPaper] = useState(false)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const send = async () => {
    if (!choice.printer) return
    const answer = await print.act({ code, printer: choice.printer })
    setProblem(answer.ok ? null : answer.problem)
    setSent(answer.ok ? answer.value.isSent : null)
  }
  // what is read from the screen proves nothing about the paper
  if (isOnPaper) return <KeepCodeDialog made={{ code, words }} onClose={() => setOnPaper(false)} onKept={onKept} />
  return (
    <Dialog
      title={t('backups.codeTitle')}
      width={680}
      onClose={() => undefined}
      actions={
        <>
          <Button onClick={onDone}>{t('backups.codeDrop')}</Button>
          <Button isBusy={print.isBusy} disabled={!choice.printer} shortcut={KEYS.print} onClick={() => void send()}>
            {t('backups.codePrint')}
          </Button>
          <Button tone="primary" shortcut={KEYS.primary} onClick={() => setOnPaper(true)}>
            {t('backups.codeWritten')}
          </Button>
        </>
      }
    >
      {problem && <ProblemNotice problem={problem} />}
      {isSent !== null && <Notice tone={isSent ? 'good' : 'attention'} title={t(isSent ? 'backups.codeSent' : 'backups.codeNotSent')} />}
      <p>{t('backups.codeWrite')}</p>
      <div className={styles.both}>
        <div>
          <p className={styles.code}>{code}</p>
          <p className={styles.words}>{words.join(' ')}</p>
        </div>
        <QrCode className={styles.qr ?? ''} text={code} label={t('backups.codeTitle')} />
      </div>
      <PrinterField choice={choice} />
    </Dialog>
  )
}
