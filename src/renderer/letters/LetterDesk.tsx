import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseCard } from '#shared/cases/cases.contract'
import type { Organization } from '#shared/directory/organization'
import type { IssuedLetter } from '#shared/letters/issued-letter'
import type { LetterType } from '#shared/letters/letter'
import type { Signer } from '#shared/office/office'
import type { ReferralCard } from '#shared/referrals/referrals.contract'
import { api } from '../api'
import { KEYS } from '../keys'
import { RegistryCheckDialog } from '../registry/RegistryCheckDialog'
import { useSession } from '../session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Foot } from '../ui/Foot'
import fill from '../ui/fill.module.css'
import { Notice, ProblemNotice } from '../ui/Notice'
import { SavedState } from '../ui/SavedState'
import { useCall } from '../use-call'
import { type Draft, type DraftValues, draftPrefix, useDraft } from '../use-draft'
import { addresseeOf, referralTo } from './addressee'
import { IssueDialogs } from './IssueDialogs'
import styles from './LetterDesk.module.css'
import { LetterFields } from './LetterFields'
import { LetterPreview } from './LetterPreview'
import { type LetterField, type LetterValues, letterTypeOf, readLetter, startLetter, typedIn } from './letter-values'
import { MissingFacts } from './MissingFacts'
import { useIssue } from './use-issue'
import { usePreview } from './use-preview'

export type LetterDeskProps = {
  card: CaseCard
  /** The void letter that this one takes the place of: it begins with what was typed for that one. */
  insteadOf?: IssuedLetter | null
  onIssued: (letter: IssuedLetter) => void
  onPerson: () => void
  onReferral: () => void
  onCancel?: (() => void) | undefined
}

/** Writes a letter of a case: few questions, what is still missing in words, and the page as it will print. */
export function LetterDesk(props: LetterDeskProps) {
  const { t } = useTranslation()
  const { id, visitId, serviceCode } = props.card.case
  const draft = useDraft(visitId, 'letter', draftPrefix(id))
  const service = useCall(api.directory.service, { code: serviceCode ?? '' }, { enabled: serviceCode !== null })
  const signers = useCall(api.office.signers, {})
  const organizations = useCall(api.organizations.list, {})
  const referrals = useCall(api.referrals.ofCase, { caseId: id }, { isAskedAnew: true })
  const isReady =
    draft.kept && signers.value && organizations.value && referrals.value && (!serviceCode || service.value || service.problem)
  if (!isReady) return <p role="status">{t('ui.loading')}</p>
  const suggested = serviceCode ? (service.value?.letterType ?? null) : null
  const target = serviceCode ? (service.value?.referToKind ?? null) : null
  return (
    <Desk
      {...props}
      draft={draft}
      kept={draft.kept ?? {}}
      suggested={suggested}
      target={target}
      signers={(signers.value ?? []).filter(signer => signer.isActive)}
      organizations={(organizations.value ?? []).filter(one => one.isActive)}
      referrals={(referrals.value ?? []).filter(one => one.status !== 'draft' && one.status !== 'cancelled')}
    />
  )
}

type DeskProps = LetterDeskProps & {
  draft: Draft
  kept: DraftValues
  suggested: LetterType | null
  target: string | null
  signers: readonly Signer[]
  organizations: readonly Organization[]
  referrals: readonly ReferralCard[]
}

function Desk({
  card,
  insteadOf,
  onIssued,
  onPerson,
  onReferral,
  onCancel,
  draft,
  kept,
  suggested,
  target,
  signers,
  organizations,
  referrals
}: DeskProps) {
  const { t } = useTranslation()
  const { today } = useSession()
  const presence = card.residentPresence
  const [values, setValues] = useState<LetterValues>(() => {
    const type = insteadOf ? letterTypeOf(insteadOf.type) : suggested
    const { signer, addressee } = insteadOf?.facts ?? {}
    return startLetter({
      kept,
      earlier: insteadOf ? typedIn(insteadOf) : {},
      type,
      signerId: (signers.find(one => one.name === signer?.name && one.position === signer.position) ?? signers[0])?.id ?? '',
      organizationId:
        organizations.find(one => one.name === addressee?.organization)?.id ?? addresseeOf(type, { organizations, referrals, target })
    })
  })
  const put = (changes: Partial<LetterValues>) => {
    setValues(before => ({ ...before, ...changes }))
    for (const [field, text] of Object.entries(changes)) draft.keep(field, text)
  }
  const [isChecking, setChecking] = useState(false)
  const read = readLetter(values, { caseId: card.case.id, referralId: referralTo(values.organizationId, referrals), today })
  const wrong: readonly LetterField[] = read.ok ? [] : read.wrong
  const preview = usePreview(read.ok ? read.order : null)
  const missing = preview.value?.missing ?? []
  const issuing = useIssue(letter => {
    draft.drop()
    onIssued(letter)
  })
  const canIssue = read.ok && preview.value !== undefined && missing.length === 0

  return (
    <>
      <form className={fill.step} noValidate onSubmit={event => event.preventDefault()}>
        {Object.keys(kept).length > 0 && <Notice tone="good" title={t('letters.restored')} />}
        <div className={styles.columns}>
          <Card title={t('letters.newLetter')} isFilling>
            <LetterFields
              values={values}
              put={put}
              onLeave={draft.flush}
              wrong={wrong}
              suggested={suggested}
              target={target}
              signers={signers}
              organizations={organizations}
              referrals={referrals}
            />
          </Card>
          <div className={styles.side}>
            {issuing.problem && <ProblemNotice problem={issuing.problem} />}
            {preview.problem && <ProblemNotice problem={preview.problem} />}
            {presence && (
              <Notice
                tone="attention"
                title={t(`letters.presence.${presence}`)}
                actions={
                  <Button tone="plain" onClick={onPerson}>
                    {t('letters.mend.person')}
                  </Button>
                }
              >
                {t(`letters.presenceTeach.${presence}`)}
              </Notice>
            )}
            {letterTypeOf(values.type) && missing.length > 0 && (
              <MissingFacts missing={missing} onPerson={onPerson} onReferral={onReferral} onRegistry={() => setChecking(true)} />
            )}
            <LetterPreview
              sheet={preview.value?.sheet}
              title={t('letters.preview')}
              hint={letterTypeOf(values.type) ? t('letters.previewComing') : t('letters.chooseType')}
            />
          </div>
        </div>
        <Foot state={<SavedState state={draft.state} />}>
          {onCancel && (
            <Button tone="plain" onClick={onCancel}>
              {t('ui.cancel')}
            </Button>
          )}
          <Button
            tone="primary"
            shortcut={KEYS.primary}
            waitsToBeRead
            disabled={!canIssue}
            isBusy={issuing.isBusy}
            onClick={() => read.ok && void issuing.issue(read.order)}
          >
            {t('letters.issueAndPrint')}
          </Button>
        </Foot>
      </form>
      <IssueDialogs issuing={issuing} />
      {isChecking && (
        <RegistryCheckDialog residentId={card.case.residentId} visitId={card.case.visitId} onClose={() => setChecking(false)} />
      )}
    </>
  )
}
