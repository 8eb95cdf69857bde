import { useState } from 'react'
import { type Resolver, useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { CASE_KINDS, type Case, URGENCIES } from '#shared/cases/case'
import { SECTORS } from '#shared/directory/directory'
import { api } from '../api'
import { ServiceFinder } from '../directory/ServiceFinder'
import { KEYS } from '../keys'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Choice } from '../ui/Choice'
import { cx } from '../ui/cx'
import { TextArea } from '../ui/Field'
import { Foot } from '../ui/Foot'
import fill from '../ui/fill.module.css'
import { Notice, ProblemNotice } from '../ui/Notice'
import { SavedState } from '../ui/SavedState'
import { SelectField } from '../ui/SelectField'
import { useFirstWrong } from '../ui/use-first-wrong'
import { useAct, useCall } from '../use-call'
import { type Draft, type DraftValues, useDraft } from '../use-draft'
import styles from './CaseForm.module.css'
import { type CaseField, type CasePerson, type CaseValues, readCase, startCase } from './case-values'

type CaseFormProps = {
  visitId: string
  people: readonly CasePerson[]
  /** Nobody is here whom it could be about: somebody is added first. */
  onAddPerson: () => void
  onOpened: (opened: Case) => void
  onCancel?: (() => void) | undefined
}

/** Opens a case of this visit, once its draft has been looked up. */
export function CaseForm(props: CaseFormProps) {
  const { t } = useTranslation()
  const draft = useDraft(props.visitId, 'case')
  if (!draft.kept) return <p role="status">{t('ui.loading')}</p>
  return <CaseFields {...props} draft={draft} kept={draft.kept} />
}

function CaseFields({
  visitId,
  people,
  onAddPerson,
  onOpened,
  onCancel,
  draft,
  kept
}: CaseFormProps & { draft: Draft; kept: DraftValues }) {
  const { t, i18n } = useTranslation()
  const open = useAct(api.cases.open)
  const types = useCall(api.directory.problemTypes, {})
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const resolver: Resolver<CaseValues> = values => {
    const read = readCase(values, visitId)
    return read.ok
      ? { values, errors: {} }
      : { values: {}, errors: Object.fromEntries(read.wrong.map(field => [field, { type: 'required', message: field }])) }
  }
  const form = useForm<CaseValues>({ defaultValues: startCase(kept, people), resolver })
  const values = useWatch({ control: form.control }) as CaseValues
  const { errors, isSubmitted, isSubmitting, submitCount } = form.formState
  const place = useFirstWrong(submitCount)
  const put = (field: CaseField, text: string) => {
    form.setValue(field, text, { shouldValidate: isSubmitted })
    draft.keep(field, text)
  }
  const isAboutNobody = !people.some(person => person.isConcerned)
  const errorOf = (field: CaseField) => (errors[field] ? t(`cases.wrong.${field}`) : undefined)

  const save = form.handleSubmit(async typed => {
    const read = readCase(typed, visitId)
    if (!read.ok) return
    const answer = await open.act(read.input)
    if (!answer.ok) return setProblem(answer.problem)
    draft.drop()
    onOpened(answer.value)
  })

  return (
    <form ref={place} className={cx(fill.step, fill.byCard)} noValidate onSubmit={event => event.preventDefault()}>
      {Object.keys(kept).length > 0 && <Notice tone="good" title={t('cases.restored')} />}
      {problem && <ProblemNotice problem={problem} />}
      {isAboutNobody && (
        <Notice
          tone="attention"
          title={t('cases.nobodyConcerned')}
          actions={
            <Button shortcut={KEYS.add} onClick={onAddPerson}>
              {t('cases.addConcerned')}
            </Button>
          }
        >
          <p>{t('cases.nobodyConcernedTeach')}</p>
        </Notice>
      )}
      <Card isFilling title={t('cases.newCase')}>
        <div className={styles.kind}>
          <Choice
            legend={t('cases.kind')}
            options={CASE_KINDS.map(code => ({ value: code, label: t(`codes.caseKind.${code}`) }))}
            value={CASE_KINDS.find(code => code === values.kind) ?? null}
            error={errorOf('kind')}
            onChange={code => put('kind', code)}
          />
        </div>
        <div className={styles.columns}>
          <div className={styles.column}>
            {(people.length > 1 || isAboutNobody) && (
              <SelectField
                label={t('cases.concerned')}
                options={people.map(person => ({ value: person.residentId, label: person.name }))}
                value={values.residentId || null}
                error={errorOf('residentId')}
                onChange={id => put('residentId', id ?? '')}
              />
            )}
            <ServiceFinder
              label={t('cases.service')}
              hint={t('cases.serviceHint')}
              value={values.serviceCode}
              isOptional
              autoFocus
              onChange={service => {
                put('serviceCode', service?.code ?? '')
                if (service) put('sector', service.sector)
                void draft.flush()
              }}
            />
            <TextArea
              label={t('cases.summary')}
              hint={t('cases.summaryHint')}
              rows={4}
              maxLength={1000}
              value={values.summary}
              error={errorOf('summary')}
              onChange={event => put('summary', event.currentTarget.value)}
              onBlur={draft.flush}
            />
          </div>
          <div className={styles.column}>
            <SelectField
              label={t('cases.problemType')}
              options={(types.value ?? []).map(type => ({ value: type.code, label: i18n.language === 'en' ? type.nameEn : type.nameId }))}
              value={values.problemType || null}
              error={errorOf('problemType')}
              onChange={code => put('problemType', code ?? '')}
            />
            <SelectField
              label={t('cases.sector')}
              options={SECTORS.map(code => ({ value: code, label: t(`codes.sector.${code}`) }))}
              value={values.sector || null}
              error={errorOf('sector')}
              onChange={code => put('sector', code ?? '')}
            />
            <Choice
              legend={t('cases.urgency')}
              options={URGENCIES.map(code => ({ value: code, label: t(`codes.urgency.${code}`) }))}
              value={URGENCIES.find(code => code === values.urgency) ?? null}
              onChange={code => put('urgency', code)}
            />
          </div>
        </div>
      </Card>
      <Foot state={<SavedState state={draft.state} />}>
        {onCancel && (
          <Button tone="plain" onClick={onCancel}>
            {t('ui.cancel')}
          </Button>
        )}
        <Button tone="primary" shortcut={KEYS.primary} isBusy={isSubmitting} onClick={() => void save()}>
          {t('cases.open')}
        </Button>
      </Foot>
    </form>
  )
}
