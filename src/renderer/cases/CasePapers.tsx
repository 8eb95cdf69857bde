import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseCard } from '#shared/cases/cases.contract'
import { awaitsAnswer, type ReferralStatus } from '#shared/referrals/referral-status'
import type { ReferralCard } from '#shared/referrals/referrals.contract'
import { api } from '../api'
import { LetterListLine } from '../letters/LetterListLine'
import { AnswerDialog } from '../referrals/AnswerDialog'
import { ReceiptLine } from '../sync/ReceiptLine'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import column from '../ui/column.module.css'
import { List } from '../ui/List'
import { useCall } from '../use-call'
import styles from './CaseScreen.module.css'

/** The papers of a case: what was shown, where it was referred to, which letters left. */
export function CasePapers({ card }: { card: CaseCard }) {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const caseId = card.case.id
  const letters = useCall(api.letters.ofCase, { caseId })
  const referrals = useCall(api.referrals.ofCase, { caseId })
  const atCounter = (step: 'documents' | 'ending' | 'letter') =>
    void navigate({ to: '/visits/$visitId', params: { visitId: card.case.visitId }, search: { case: caseId, step } })
  const isOpen = card.case.closedAt === null
  const [answering, setAnswering] = useState<ReferralCard | null>(null)
  return (
    <div className={column.stack}>
      <Card
        title={t('cases.documents')}
        aside={
          isOpen && (
            <Button tone="plain" onClick={() => atCounter('documents')}>
              {t('cases.checkPapers')}
            </Button>
          )
        }
      >
        {card.documents.length === 0 && <p className={styles.more}>{t('cases.papersUnchecked')}</p>}
        <ul>
          {card.documents.map(check => (
            <li key={check.id} className={styles.document}>
              <span>{check.document}</span>
              <Chip tone={check.state === 'present' ? 'good' : check.state === 'expired' ? 'bad' : 'attention'}>
                {t(`codes.documentState.${check.state}`)}
              </Chip>
            </li>
          ))}
        </ul>
      </Card>
      <Card
        title={t('cases.referrals')}
        aside={
          isOpen && (
            <Button tone="plain" onClick={() => atCounter('ending')}>
              {t('cases.refer')}
            </Button>
          )
        }
      >
        {referrals.value?.length === 0 && <p className={styles.more}>{t('cases.noReferrals')}</p>}
        <ul>
          {referrals.value?.map(referral => (
            <li key={referral.id} className={styles.document}>
              <span className={styles.words}>
                <span className={styles.name}>{referral.organizationName}</span>
                <span className={styles.more}>
                  {[referral.code, referral.dueOn && t('referrals.answerBy', { date: format.date(referral.dueOn) })]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                {referral.replyNote && <span className={styles.text}>{referral.replyNote}</span>}
                <ReceiptLine entity="referral" id={referral.id} />
                {referral.status !== 'draft' && (
                  <Button
                    tone="plain"
                    aria-label={`${t(answerWord(referral.status))} ${referral.organizationName}`}
                    onClick={() => setAnswering(referral)}
                  >
                    {t(answerWord(referral.status))}
                  </Button>
                )}
              </span>
              <Chip tone={referral.status === 'completed' ? 'good' : 'brand'}>{t(`codes.referralStatus.${referral.status}`)}</Chip>
            </li>
          ))}
        </ul>
      </Card>
      <Card
        title={t('cases.letters')}
        aside={
          isOpen && (
            <Button tone="plain" onClick={() => atCounter('letter')}>
              {t('cases.makeLetter')}
            </Button>
          )
        }
      >
        {letters.value?.length === 0 && <p className={styles.more}>{t('cases.noLetters')}</p>}
        <List
          label={t('cases.letters')}
          items={letters.value ?? []}
          keyOf={letter => letter.id}
          onOpen={letter => void navigate({ to: '/letters/$letterId', params: { letterId: letter.id } })}
        >
          {letter => <LetterListLine letter={letter} />}
        </List>
      </Card>
      {answering && <AnswerDialog referral={answering} onClose={() => setAnswering(null)} onCase={() => setAnswering(null)} />}
    </div>
  )
}

const answerWord = (status: ReferralStatus) => (awaitsAnswer(status) ? 'referrals.answerIt' : 'referrals.correctIt')
