import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseCard } from '#shared/cases/cases.contract'
import type { Organization } from '#shared/directory/organization'
import type { Referral } from '#shared/referrals/referral'
import { referralsContract } from '#shared/referrals/referrals.contract'
import { api } from '../api'
import { ServiceFinder } from '../directory/ServiceFinder'
import { KEYS } from '../keys'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { cx } from '../ui/cx'
import { Checkbox, TextArea } from '../ui/Field'
import { Foot } from '../ui/Foot'
import fill from '../ui/fill.module.css'
import { ProblemNotice } from '../ui/Notice'
import { SavedState } from '../ui/SavedState'
import { SelectField } from '../ui/SelectField'
import { useFirstWrong } from '../ui/use-first-wrong'
import { useAct, useCall } from '../use-call'
import { type Draft, type DraftValues, draftPrefix, useDraft } from '../use-draft'
import styles from './ReferralForm.module.css'

type ReferralFormProps = { card: CaseCard; onSent: (referral: Referral) => void; onCancel: () => void }

/** Sends a case to an agency: the case's ending is then the referral, and the agency's clock runs. */
export function ReferralForm(props: ReferralFormProps) {
  const { t } = useTranslation()
  const { id, visitId, serviceCode } = props.card.case
  const draft = useDraft(visitId, 'referral', draftPrefix(id))
  const service = useCall(api.directory.service, { code: serviceCode ?? '' }, { enabled: serviceCode !== null })
  const organizations = useCall(api.organizations.list, {})
  if (!draft.kept || !organizations.value || (serviceCode && !service.value && !service.problem))
    return <p role="status">{t('ui.loading')}</p>
  const target = serviceCode ? (service.value?.referToKind ?? null) : null
  return <Fields {...props} draft={draft} kept={draft.kept} organizations={organizations.value} target={target} />
}

type FieldsProps = ReferralFormProps & { draft: Draft; kept: DraftValues; organizations: readonly Organization[]; target: string | null }

function Fields({ card, onSent, onCancel, draft, kept, organizations, target }: FieldsProps) {
  const { t } = useTranslation()
  const write = useAct(api.referrals.draft)
  const send = useAct(api.referrals.send)
  const active = organizations.filter(one => one.isActive)
  const suited = target ? active.filter(one => one.kind === target) : active
  const [showsAll, setShowsAll] = useState(suited.length === 0)
  const [organizationId, setOrganizationId] = useState(kept.organizationId ?? (suited.length === 1 ? (suited[0]?.id ?? '') : ''))
  const [serviceCode, setServiceCode] = useState(kept.serviceCode ?? card.case.serviceCode ?? '')
  const [reason, setReason] = useState(kept.reason ?? card.case.summary)
  const [tries, setTries] = useState(0)
  const place = useFirstWrong(tries)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const chosen = active.find(one => one.id === organizationId)
  // what is chosen is always seen, also when it is of another kind and not all are shown
  const shown = showsAll ? active : active.filter(one => suited.includes(one) || one === chosen)

  const save = async () => {
    setTries(before => before + 1)
    const read = referralsContract.draft.input.safeParse({
      caseId: card.case.id,
      organizationId: chosen?.id,
      serviceCode: serviceCode || null,
      reason
    })
    if (!read.success || reason.trim() === '') return
    const drafted = await write.act(read.data)
    if (!drafted.ok) return setProblem(drafted.problem)
    const sent = await send.act({ referralId: drafted.value.id })
    if (!sent.ok) return setProblem(sent.problem)
    draft.drop()
    onSent(sent.value)
  }

  return (
    <form ref={place} className={cx(fill.step, fill.byCard)} noValidate onSubmit={event => event.preventDefault()}>
      {problem && <ProblemNotice problem={problem} />}
      <Card isFilling title={t('referrals.new')}>
        <div className={styles.fields}>
          <SelectField
            label={t('referrals.organization')}
            options={shown.map(one => ({ value: one.id, label: one.name }))}
            value={chosen?.id ?? null}
            hint={chosen ? t('referrals.addressedTo', { addressee: chosen.addressee }) : t('referrals.organizationHint')}
            error={tries > 0 && !chosen ? t('referrals.chooseOrganization') : undefined}
            autoFocus
            onChange={id => {
              setOrganizationId(id ?? '')
              draft.keep('organizationId', id ?? '')
            }}
          />
          {target && suited.length > 0 && (
            <Checkbox label={t('referrals.showAll')} checked={showsAll} onChange={event => setShowsAll(event.currentTarget.checked)} />
          )}
          <ServiceFinder
            label={t('referrals.service')}
            value={serviceCode}
            isOptional
            onChange={service => {
              setServiceCode(service?.code ?? '')
              draft.keep('serviceCode', service?.code ?? '')
            }}
          />
          <TextArea
            label={t('referrals.reason')}
            hint={t('referrals.reasonHint')}
            rows={2}
            maxLength={1000}
            value={reason}
            error={tries > 0 && reason.trim() === '' ? t('ui.required') : undefined}
            onChange={event => {
              setReason(event.currentTarget.value)
              draft.keep('reason', event.currentTarget.value)
            }}
            onBlur={draft.flush}
          />
          <p className={styles.teach}>{t('referrals.whatHappens')}</p>
        </div>
      </Card>
      <Foot state={<SavedState state={draft.state} />}>
        <Button tone="plain" onClick={() => void draft.flush().then(onCancel)}>
          {t('referrals.otherEnding')}
        </Button>
        <Button tone="primary" shortcut={KEYS.primary} waitsToBeRead onClick={() => void save()} isBusy={write.isBusy || send.isBusy}>
          {t('referrals.send')}
        </Button>
      </Foot>
    </form>
  )
}
