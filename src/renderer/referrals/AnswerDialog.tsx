import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { REPLY_ROUTES } from '#shared/referrals/referral'
import { type ReferralStatus, referralMachine } from '#shared/referrals/referral-status'
import type { ReferralCard } from '#shared/referrals/referrals.contract'
import { api } from '../api'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { FormDialog } from '../ui/Dialog'
import { Facts } from '../ui/Facts'
import { TextArea } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { SelectField } from '../ui/SelectField'
import { useDeed } from '../use-deed'
import { useTyped } from '../use-typed'

type AnswerDialogProps = { referral: ReferralCard; onClose: () => void; onCase: () => void }

/** Takes down what the agency answered, and by which way; of an answer that ended the referral, only what was written can be put right. */
export function AnswerDialog({ referral, onClose, onCase }: AnswerDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const answer = useDeed(api.referrals.answer, {
    says: () => t(isOver ? 'referrals.corrected' : 'referrals.answered', { name: referral.organizationName }),
    onDone: onClose
  })
  const [to, setTo] = useState<ReferralStatus | null>(null)
  const [route, setRoute] = useState<(typeof REPLY_ROUTES)[number]>(referral.replyRoute ?? 'return-slip')
  const [note, setNote] = useTyped(`referral-answer ${referral.id} note`, '')
  const targets = referralMachine[referral.status].filter(status => status !== 'sent')
  const isOver = targets.length === 0
  const given = isOver ? referral.status : to
  const isSilent = given === 'no-reply' || given === 'cancelled'
  const isReady = given !== null && (!isOver || note.trim() !== '')
  const save = async () => {
    if (!given || !isReady) return
    await answer.act({
      referralId: referral.id,
      to: given,
      route: isSilent ? null : route,
      note: note.trim() || null
    })
  }
  return (
    <FormDialog
      title={t('referrals.answerTitle', { name: referral.organizationName })}
      deed={t(isOver ? 'referrals.saveCorrection' : 'referrals.saveAnswer')}
      isBusy={answer.isBusy}
      problem={answer.problem}
      isAllowed={isReady}
      onSubmit={save}
      onClose={onClose}
    >
      <Facts
        facts={[
          [t('referrals.resident'), referral.residentName],
          [t('referrals.slipCode'), referral.code],
          [
            t('referrals.ofCase'),
            <Button key="case" tone="plain" onClick={onCase}>
              {referral.caseNumber}
            </Button>
          ],
          ...(isOver
            ? []
            : ([
                [t('referrals.sentAt'), referral.sentAt === null ? t('cases.none') : format.moment(referral.sentAt)],
                [t('referrals.reason'), referral.reason]
              ] as const))
        ]}
      />
      {referral.isCaseClosed && (
        <Notice tone="attention" title={t('referrals.caseClosed')}>
          {t('referrals.caseClosedTeach')}
        </Notice>
      )}
      {isOver ? (
        <Notice title={t('referrals.alreadyAnswered', { status: t(`codes.referralStatus.${referral.status}`) })}>
          {referral.replyNote && <p>{referral.replyNote}</p>}
          <p>{t('referrals.correctTeach')}</p>
        </Notice>
      ) : (
        <SelectField
          label={t('referrals.whatAnswered')}
          options={targets.map(status => ({ value: status, label: t(`codes.referralStatus.${status}`) }))}
          value={to}
          autoFocus
          onChange={setTo}
        />
      )}
      {!isSilent && (
        <Choice
          legend={t('referrals.route')}
          options={REPLY_ROUTES.map(code => ({ value: code, label: t(`codes.replyRoute.${code}`) }))}
          value={route}
          onChange={setRoute}
        />
      )}
      <TextArea
        label={t(isOver ? 'referrals.correction' : 'referrals.answerNote')}
        isOptional={!isOver}
        rows={isOver ? 2 : 3}
        maxLength={500}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
