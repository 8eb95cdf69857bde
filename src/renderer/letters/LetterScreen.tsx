import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { letterSheet } from '#shared/letters/letter-body'
import type { LetterCard } from '#shared/letters/letters.contract'
import { api } from '../api'
import { SheetView } from '../paper/SheetView'
import { useMay } from '../session'
import { ReceiptLine } from '../sync/ReceiptLine'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import column from '../ui/column.module.css'
import { Facts } from '../ui/Facts'
import { Notice, ProblemNotice } from '../ui/Notice'
import { Screen } from '../ui/Screen'
import { ScrollArea } from '../ui/ScrollArea'
import { useCall } from '../use-call'
import { HandOverPanel } from './HandOverPanel'
import styles from './LetterScreen.module.css'
import { LetterState } from './LetterState'
import { letterTypeOf } from './letter-values'
import { PrintPanel } from './PrintPanel'
import { VoidDialog } from './VoidDialog'

function LetterFacts({ card }: { card: LetterCard }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { letter, officerName } = card
  return (
    <Facts
      facts={[
        [t('letters.status'), <LetterState key="status" letter={letter} />],
        [t('letters.about'), letter.facts.resident.name],
        [t('letters.addressee'), letter.facts.addressee?.title ?? t('letters.toResident')],
        [t('letters.issuedOn'), format.moment(letter.issuedAt)],
        [t('letters.validUntil'), letter.validUntil ? format.date(letter.validUntil) : t('letters.noEnd')],
        [t('letters.signer'), `${letter.facts.signer.capacity} ${letter.facts.signer.position}, ${letter.facts.signer.name}`.trim()],
        [t('letters.officer'), officerName],
        [t('letters.pages'), `${letter.paper}, ${letter.pdfPages}`],
        [
          t('letters.fingerprint'),
          <span key="hash" className={styles.hash}>
            {letter.pdfHash.slice(0, 16)}
          </span>
        ]
      ]}
    />
  )
}

/** One issued letter: the page as it was frozen, its papers, and who has them. */
export function LetterScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const { letterId } = useParams({ from: '/letters/$letterId' })
  const navigate = useNavigate()
  const may = useMay()
  const card = useCall(api.letters.get, { letterId })
  const [isVoiding, setVoiding] = useState(false)
  const back = () => window.history.back()
  if (card.problem)
    return (
      <Screen title={t('letters.title')} onBack={back}>
        <ProblemNotice problem={card.problem} />
      </Screen>
    )
  if (!card.value)
    return (
      <Screen title={t('letters.title')}>
        <p role="status">{t('ui.loading')}</p>
      </Screen>
    )
  const { letter } = card.value
  const type = letterTypeOf(letter.type)
  return (
    <Screen
      title={letter.number}
      lead={type && t(`codes.letterType.${type}`)}
      onBack={back}
      actions={
        <>
          <Button onClick={() => void navigate({ to: '/cases/$caseId', params: { caseId: letter.caseId } })}>{t('letters.toCase')}</Button>
          {letter.status === 'issued' && may(api.letters.void) && (
            <Button tone="danger" onClick={() => setVoiding(true)}>
              {t('letters.void')}
            </Button>
          )}
        </>
      }
    >
      {letter.status === 'void' && (
        <Notice tone="bad" title={t('letters.isVoid', { at: letter.voidedAt === null ? '' : format.moment(letter.voidedAt) })}>
          {letter.voidReason}
        </Notice>
      )}
      <div className={styles.columns}>
        <ScrollArea className={column.stack} label={t('letters.papers')}>
          <PrintPanel card={card.value} />
          <HandOverPanel card={card.value} />
          <Card title={t('letters.facts')}>
            <ReceiptLine entity="letter" id={letterId} />
            <LetterFacts card={card.value} />
          </Card>
        </ScrollArea>
        <ScrollArea className={styles.page} label={t('letters.frozen')}>
          {type && <SheetView sheet={letterSheet(type, letter.facts)} zoom={75} isVoid={letter.status === 'void'} />}
        </ScrollArea>
      </div>
      {isVoiding && <VoidDialog letter={letter} onClose={() => setVoiding(false)} />}
    </Screen>
  )
}
