import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayForBirths } from '#shared/office/pc-clock'
import type { PossibleDuplicate } from '#shared/residents/residents.contract'
import { KEYS } from '../keys'
import { useSession } from '../session'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Foot } from '../ui/Foot'
import fill from '../ui/fill.module.css'
import { Notice, ProblemNotice } from '../ui/Notice'
import { SavedState } from '../ui/SavedState'
import { useFirstWrong } from '../ui/use-first-wrong'
import type { Draft } from '../use-draft'
import { AddressFields } from './AddressFields'
import { type Answers, DuplicatesDialog } from './DuplicatesDialog'
import { FamilyFields } from './FamilyFields'
import { IdentityFields } from './IdentityFields'
import { MoreFields } from './MoreFields'
import { FactsNow } from './ResidentFacts'
import styles from './ResidentForm.module.css'
import { type Ready, type ResidentField, type ResidentValues, readValues } from './resident-values'
import { useResidentForm } from './use-resident-form'

export type SaveAnswers = Answers & { sameAs: string[] }
const NO_ANSWERS: SaveAnswers = { differentFrom: [], unsureOf: [], sameAs: [] }

type ResidentFormProps = {
  initial: ResidentValues
  draft: Pick<Draft, 'keep' | 'flush' | 'state'>
  /** The fields come from a draft that was kept earlier. */
  isRestored?: boolean
  /** Puts the restored draft away. */
  onDiscard?: () => void
  /** Stands above the form. */
  notice?: ReactNode
  /** A new person may be put on a family card at once. */
  hasFamily?: boolean
  saveLabel: string
  /** Saves; answers the reason when nothing was saved. */
  onSave: (ready: Ready, answers: SaveAnswers) => Promise<DeskProblem | null>
  /** The person turned out to be known already. Of a record that is corrected nothing is given: it is saved, and the two are kept as one person. */
  onKnown?: ((residentId: string) => void) | undefined
  /** Another record has this NIK: it is gone on with that one. */
  onTaken: (residentId: string) => void
  /** A record that is corrected is of the very person who has this NIK: the two are to be merged. */
  onSame?: ((residentId: string) => void) | undefined
  /** The field on which the work begins; else the first. */
  focusOn?: ResidentField | undefined
  onCancel: () => void
}

/** Registers or corrects a person; Enter alone never saves, for a scanner ends with one. What is wrong stands beside its field; what was typed is never changed or lost. */
export function ResidentForm({
  initial,
  draft,
  isRestored,
  onDiscard,
  notice,
  hasFamily,
  saveLabel,
  onSave,
  onKnown,
  onTaken,
  onSame,
  focusOn,
  onCancel
}: ResidentFormProps) {
  const { t } = useTranslation()
  const today = dayForBirths(useSession().today)
  const { form, fields } = useResidentForm(initial, draft)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const [candidates, setCandidates] = useState<PossibleDuplicate[] | null>(null)

  const place = useFirstWrong(form.formState.submitCount)
  useEffect(() => {
    if (focusOn) place.current?.querySelector<HTMLElement>(`[name="${focusOn}"], [data-field="${focusOn}"] input`)?.focus()
  }, [focusOn, place])

  const save = async (values: ResidentValues, answers: SaveAnswers) => {
    const read = readValues(values, today)
    if (!read.ok) return
    const refused = await onSave(read.ready, answers)
    setProblem(refused?.kind === 'possible-duplicates' ? null : refused)
    setCandidates(refused?.kind === 'possible-duplicates' ? refused.candidates : null)
  }
  const again = (answers: SaveAnswers) => {
    setCandidates(null)
    void save(form.getValues(), answers)
  }
  const submit = form.handleSubmit(
    values => save(values, NO_ANSWERS),
    () => setProblem(null)
  )
  const isTaken = problem?.kind === 'nik-taken' ? problem : null
  const wrong = Object.keys(form.formState.errors).length

  return (
    <form ref={place} className={fill.step} data-wide noValidate onSubmit={event => event.preventDefault()}>
      {notice}
      {isRestored && (
        <Notice tone="good" title={t('residents.restored')} actions={<Button onClick={onDiscard}>{t('residents.startAnew')}</Button>} />
      )}
      {problem && (
        <ProblemNotice
          problem={problem}
          actions={
            isTaken && (
              <>
                {onSame && <Button onClick={() => onSame(isTaken.residentId)}>{t('residents.sameAsKnown')}</Button>}
                <Button onClick={() => onTaken(isTaken.residentId)}>
                  {t(onSame ? 'residents.openKnown' : 'residents.useKnown', { name: isTaken.name })}
                </Button>
              </>
            )
          }
        >
          {problem.kind === 'changed-meanwhile' && problem.of === 'resident' && <FactsNow resident={problem.now} fields={problem.fields} />}
        </ProblemNotice>
      )}
      <div className={styles.columns}>
        <div className={styles.column}>
          <Card title={t('residents.identity')}>
            <IdentityFields fields={fields} isFirst={focusOn === undefined} />
          </Card>
        </div>
        <div className={styles.column}>
          <Card title={t('residents.addressAndPhone')}>
            <AddressFields fields={fields} />
          </Card>
        </div>
        <div className={styles.column}>
          {hasFamily && (
            <Card title={t('residents.familyCard')}>
              <FamilyFields fields={fields} />
            </Card>
          )}
          <Card title={t('residents.more')}>
            <MoreFields fields={fields} isKnown={!hasFamily} />
          </Card>
        </div>
      </div>
      <Foot state={wrong > 0 ? <strong>{t('residents.wrongFields', { n: wrong })}</strong> : <SavedState state={draft.state} />}>
        <Button tone="plain" shortcut={KEYS.back} onClick={onCancel}>
          {t('ui.cancel')}
        </Button>
        <Button tone="primary" shortcut={KEYS.primary} isBusy={form.formState.isSubmitting} onClick={() => void submit()}>
          {saveLabel}
        </Button>
      </Foot>
      {candidates && (
        <DuplicatesDialog
          typed={fields.values}
          candidates={candidates}
          onThis={residentId => {
            if (onKnown) return onKnown(residentId)
            const others = candidates.map(one => one.residentId).filter(id => id !== residentId)
            again({ differentFrom: [], unsureOf: others, sameAs: [residentId] })
          }}
          onAnswered={answers => again({ ...answers, sameAs: [] })}
          onClose={() => setCandidates(null)}
        />
      )}
    </form>
  )
}
