import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CASE_MISTAKES, type Case, isMistake, OUTCOMES } from '#shared/cases/case'
import type { CaseCard } from '#shared/cases/cases.contract'
import { awaitsAnswer } from '#shared/referrals/referral-status'
import { api } from '../api'
import { FormDialog } from '../ui/Dialog'
import { TextArea } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { SelectField } from '../ui/SelectField'
import { useCall } from '../use-call'
import { useDeed } from '../use-deed'
import { useTyped } from '../use-typed'

type Outcome = (typeof OUTCOMES)[number] | (typeof CASE_MISTAKES)[number]

type CloseCaseDialogProps = {
  of: Case
  /** Whether the person concerned is known to have died or moved away. */
  presence: CaseCard['residentPresence']
  onClose: () => void
}

/** Closes a case with an outcome and what the resident was told, or says why it should not have been opened; nothing closes by silence. */
export function CloseCaseDialog({ of, presence, onClose }: CloseCaseDialogProps) {
  const { t } = useTranslation()
  const close = useDeed(api.cases.close, { says: () => t('cases.closed', { number: of.number }), onDone: onClose })
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [text, setText] = useTyped(`case-close ${of.id} text`, '')
  const referrals = useCall(api.referrals.ofCase, { caseId: of.id })
  const unanswered = (referrals.value ?? []).filter(({ status }) => awaitsAnswer(status))
  const isReady = outcome !== null && text.trim() !== ''
  const save = async () => {
    if (!outcome || !isReady) return
    await close.act({ caseId: of.id, outcome, text })
  }
  return (
    <FormDialog
      title={t('cases.closeTitle', { number: of.number })}
      deed={t('cases.close')}
      isBusy={close.isBusy}
      problem={close.problem}
      isAllowed={isReady}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      {unanswered.length > 0 && (
        <Notice tone="attention" title={t('cases.closeReferred', { names: unanswered.map(one => one.organizationName).join(', ') })}>
          {t('cases.closeReferredTeach')}
        </Notice>
      )}
      <SelectField
        label={t('cases.outcome')}
        options={[
          ...OUTCOMES.map(code => ({ value: code, label: t(`codes.outcome.${code}`) })),
          ...CASE_MISTAKES.map(code => ({ value: code, label: t(`cases.closeMistake.${code}`) }))
        ]}
        value={outcome}
        autoFocus
        onChange={setOutcome}
      />
      {outcome === 'deceased' && presence !== 'deceased' && <Notice tone="attention">{t('cases.closeDeceased')}</Notice>}
      <TextArea
        label={t('cases.closeText')}
        hint={t(outcome && isMistake(outcome) ? 'cases.closeMistakeHint' : 'cases.closeHint')}
        rows={3}
        maxLength={1000}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
