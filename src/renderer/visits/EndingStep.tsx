import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Case, lacksEnding } from '#shared/cases/case'
import type { CaseCard } from '#shared/cases/cases.contract'
import { EndingForm } from '../cases/EndingForm'
import { KEYS } from '../keys'
import { ReferralForm } from '../referrals/ReferralForm'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { draftPrefix, useDraft } from '../use-draft'

/** A referral that was begun on this case and not sent still waits, and is gone on with. */
function BegunReferral({ of, onGoOn }: { of: Case; onGoOn: () => void }) {
  const { t } = useTranslation()
  const { kept } = useDraft(of.visitId, 'referral', draftPrefix(of.id))
  if (!kept || Object.keys(kept).length === 0) return null
  return (
    <Notice tone="attention" title={t('visits.referralBegun')} actions={<Button onClick={onGoOn}>{t('visits.goOnReferral')}</Button>} />
  )
}

type EndingStepProps = { card: CaseCard; onLetter: () => void; onNewCase: () => void }

/** Gives the case its ending; an ended one may still be referred while it is open. */
export function EndingStep({ card, onLetter, onNewCase }: EndingStepProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const notify = useNotify()
  const [isReferring, setReferring] = useState(false)
  const { case: one } = card
  const isClosed = one.closedAt !== null

  if (isReferring)
    return (
      <ReferralForm
        card={card}
        onCancel={() => setReferring(false)}
        onSent={referral => {
          notify.done(t('referrals.sent', { code: referral.code }))
          setReferring(false)
          onLetter()
        }}
      />
    )
  if (lacksEnding(one))
    return (
      <>
        <BegunReferral of={one} onGoOn={() => setReferring(true)} />
        <EndingForm
          of={one}
          onRefer={() => setReferring(true)}
          onEnded={ended => {
            notify.done(t('cases.ended', { number: ended.number }))
            if (ended.closedAt === null) onLetter()
          }}
        />
      </>
    )
  return (
    <>
      {!isClosed && <BegunReferral of={one} onGoOn={() => setReferring(true)} />}
      <Notice
        tone="good"
        title={
          one.ending
            ? t('visits.caseEnded', { ending: t(`codes.ending.${one.ending}`) })
            : t('visits.caseClosed', { status: t(`codes.caseStatus.${one.status}`) })
        }
        actions={
          <>
            {!isClosed && <Button onClick={() => setReferring(true)}>{t('visits.alsoRefer')}</Button>}
            <Button onClick={onNewCase}>{t('visits.otherCases')}</Button>
            {!isClosed && (
              <Button tone="primary" shortcut={KEYS.next} onClick={onLetter}>
                {t('visits.toLetter')}
              </Button>
            )}
          </>
        }
      >
        {one.nextStep && one.dueOn && <p>{t('visits.nextIs', { step: one.nextStep, date: format.dateLong(one.dueOn) })}</p>}
        {isClosed && <p>{t('visits.closedNow')}</p>}
      </Notice>
    </>
  )
}
