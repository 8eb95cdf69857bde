import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Case, ENDINGS } from '#shared/cases/case'
import { api } from '../api'
import { KEYS } from '../keys'
import { useSession } from '../session'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Checkbox, TextArea, TextField } from '../ui/Field'
import { Foot } from '../ui/Foot'
import fill from '../ui/fill.module.css'
import { ProblemNotice } from '../ui/Notice'
import { SavedState } from '../ui/SavedState'
import { useFirstWrong } from '../ui/use-first-wrong'
import { useAct } from '../use-call'
import { draftPrefix, useDraft } from '../use-draft'
import { DueField } from './DueField'
import { EndingChoice } from './EndingChoice'
import styles from './EndingForm.module.css'
import { type EndingField, type EndingValues, endingOf, keptEnding, NO_ENDING } from './ending-values'
import { useDueSuggestion } from './use-due-suggestion'

type Ending = (typeof ENDINGS)[number]
type EndingFormProps = {
  of: Pick<Case, 'id' | 'visitId' | 'serviceCode'>
  onEnded: (ended: Case) => void
  /** The fourth ending is a referral, which has its own form. */
  onRefer: () => void
}

/** How the case leaves the counter: four ways, and none of them is silence. */
export function EndingForm({ of, onEnded, onRefer }: EndingFormProps) {
  const { t } = useTranslation()
  const draft = useDraft(of.visitId, 'ending', draftPrefix(of.id))
  // what was kept comes a moment later and lies under what is typed: the form takes keys at once
  const kept = draft.kept ?? {}
  const { today } = useSession()
  const end = useAct(api.cases.end)
  const suggestion = useDueSuggestion(of.serviceCode)
  const [chosen, setChosen] = useState<Ending | null>(null)
  const kind = chosen ?? ENDINGS.find(one => one === kept.kind) ?? null
  const [typed, setTyped] = useState<Partial<EndingValues>>({})
  const [tries, setTries] = useState(0)
  const place = useFirstWrong(tries)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const values: EndingValues = { ...NO_ENDING, dueOn: suggestion?.typed ?? '', ...keptEnding(kept), ...typed }
  const put = (field: EndingField, text: string) => {
    setTyped(before => ({ ...before, [field]: text }))
    draft.keep(field, text)
  }
  const choose = (ending: Ending) => {
    setChosen(ending)
    draft.keep('kind', ending)
  }
  const asksNext = kind === 'request' || (kind === 'consultation' && values.hasFollowUp !== '')
  const read = kind && kind !== 'referral' ? endingOf(kind, values, today) : null
  const wrong = (field: EndingField) =>
    tries > 0 && read && !read.ok && read.wrong.includes(field) ? t(`cases.wrongEnding.${field}`) : undefined

  const save = async () => {
    if (kind === 'referral') return onRefer()
    setTries(before => before + 1)
    if (!read?.ok) return
    const answer = await end.act({ caseId: of.id, ending: read.ending })
    if (!answer.ok) return setProblem(answer.problem)
    draft.drop()
    onEnded(answer.value)
  }

  return (
    <form ref={place} className={fill.step} noValidate onSubmit={event => event.preventDefault()}>
      {problem && <ProblemNotice problem={problem} />}
      <div className={styles.columns}>
        <EndingChoice value={kind} onChange={choose} />
        <Card isFilling title={kind ? t(`cases.endingTitle.${kind}`) : t('cases.chooseEnding')}>
          <div className={styles.fields}>
            <p>{kind ? t(`cases.endingTeach.${kind}`) : t('cases.chooseEndingTeach')}</p>
            {kind && kind !== 'referral' && (
              <TextArea
                label={t(`cases.endingText.${kind}`)}
                isOptional={kind === 'request'}
                rows={kind === 'request' ? 2 : 5}
                maxLength={1000}
                value={values.text}
                error={wrong('text')}
                onChange={event => put('text', event.currentTarget.value)}
              />
            )}
            {kind === 'consultation' && (
              <Checkbox
                label={t('cases.hasFollowUp')}
                checked={values.hasFollowUp !== ''}
                onChange={event => put('hasFollowUp', event.currentTarget.checked ? 'yes' : '')}
              />
            )}
            {asksNext && (
              <>
                <TextField
                  label={t('cases.nextStep')}
                  hint={t('cases.nextStepHint')}
                  maxLength={200}
                  value={values.nextStep}
                  error={wrong('nextStep')}
                  onChange={event => put('nextStep', event.currentTarget.value)}
                />
                <DueField value={values.dueOn} error={wrong('dueOn')} onChange={typed => put('dueOn', typed)} />
                {suggestion && values.dueOn === suggestion.typed && <p>{suggestion.why}</p>}
              </>
            )}
          </div>
        </Card>
      </div>
      <Foot state={<SavedState state={draft.state} />}>
        <Button tone="primary" shortcut={KEYS.primary} onClick={() => void save()} disabled={!kind} isBusy={end.isBusy}>
          {t(kind === 'referral' ? 'cases.toReferral' : 'cases.saveEnding')}
        </Button>
      </Foot>
    </form>
  )
}
