import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api'
import { KEYS } from '../keys'
import { PaperButton } from '../paper/PaperButton'
import { useMay } from '../session'
import { ReceiptLine } from '../sync/ReceiptLine'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { ProblemNotice } from '../ui/Notice'
import { Screen } from '../ui/Screen'
import { useCall } from '../use-call'
import { CaseFacts } from './CaseFacts'
import { CaseHistory } from './CaseHistory'
import { CasePapers } from './CasePapers'
import styles from './CaseScreen.module.css'
import { CloseCaseDialog } from './CloseCaseDialog'
import { HandDialog } from './HandDialog'
import { MoveDialog } from './MoveDialog'
import { NoteDialog } from './NoteDialog'
import { ReopenDialog } from './ReopenDialog'

type Asking = 'note' | 'move' | 'hand' | 'close' | 'reopen' | null

/** One case: where it stands, who owns it, what comes next, and everything that was ever said of it. */
export function CaseScreen() {
  const { t } = useTranslation()
  const { caseId } = useParams({ from: '/cases/$caseId' })
  const navigate = useNavigate()
  const may = useMay()
  const card = useCall(api.cases.get, { caseId })
  const [asking, setAsking] = useState<Asking>(null)
  const back = () => window.history.back()
  if (card.problem)
    return (
      <Screen title={t('cases.title')} onBack={back}>
        <ProblemNotice problem={card.problem} />
      </Screen>
    )
  if (!card.value)
    return (
      <Screen title={t('cases.title')}>
        <p role="status">{t('ui.loading')}</p>
      </Screen>
    )
  const { value } = card
  const isOpen = value.case.closedAt === null
  const close = () => setAsking(null)
  return (
    <Screen
      title={value.residentName}
      lead={value.case.number}
      onBack={back}
      actions={
        <>
          <Button shortcut={KEYS.add} onClick={() => setAsking('note')}>
            {t('cases.addNote')}
          </Button>
          {isOpen && may(api.cases.move) && (
            <Button shortcut={KEYS.edit} onClick={() => setAsking('move')}>
              {t('cases.move')}
            </Button>
          )}
          {isOpen && <Button onClick={() => setAsking('hand')}>{t('cases.hand')}</Button>}
          {isOpen && (
            <Button tone="primary" shortcut={KEYS.primary} onClick={() => setAsking('close')}>
              {t('cases.close')}
            </Button>
          )}
          {!isOpen && may(api.cases.reopen) && <Button onClick={() => setAsking('reopen')}>{t('cases.reopen')}</Button>}
        </>
      }
    >
      <div className={styles.columns}>
        <Card
          title={t('cases.facts')}
          isFilling
          aside={
            <PaperButton paper={{ kind: 'receipt', caseId }} shortcut={KEYS.print}>
              {t('cases.receipt')}
            </PaperButton>
          }
        >
          <ReceiptLine entity="case" id={caseId} />
          <CaseFacts
            card={value}
            onResident={() => void navigate({ to: '/residents/$residentId', params: { residentId: value.case.residentId } })}
          />
        </Card>
        <Card title={t('cases.history')} isFilling>
          <CaseHistory events={value.events} />
        </Card>
        <CasePapers card={value} />
      </div>
      {asking === 'note' && <NoteDialog caseId={caseId} onClose={close} />}
      {asking === 'move' && <MoveDialog of={value.case} onClose={close} />}
      {asking === 'hand' && <HandDialog of={value.case} onClose={close} />}
      {asking === 'close' && <CloseCaseDialog of={value.case} presence={value.residentPresence} onClose={close} />}
      {asking === 'reopen' && <ReopenDialog of={value.case} onClose={close} />}
    </Screen>
  )
}
