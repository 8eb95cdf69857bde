import { useTranslation } from 'react-i18next'
import type { LocalDate } from '#shared/clock'
import { parseTypedDate } from '#shared/local-date-input'
import { TextField } from '../ui/Field'
import { DueField } from './DueField'

export type FollowUp = { nextStep: string; dueOn: string }

/** The next step as the contract takes it; undefined while a part is missing or the day has passed. */
export function readFollowUp({ nextStep, dueOn }: FollowUp, today: LocalDate): { nextStep: string; dueOn: LocalDate } | undefined {
  const day = parseTypedDate(dueOn, today)
  return nextStep.trim() !== '' && day.ok && day.value >= today ? { nextStep: nextStep.trim(), dueOn: day.value } : undefined
}

/** What comes next and by when: an open case always has both. */
export function FollowUpFields({ value, onChange }: { value: FollowUp; onChange: (value: FollowUp) => void }) {
  const { t } = useTranslation()
  return (
    <>
      <TextField
        label={t('cases.nextStep')}
        hint={t('cases.nextStepHint')}
        maxLength={200}
        value={value.nextStep}
        onChange={event => onChange({ ...value, nextStep: event.currentTarget.value })}
      />
      <DueField value={value.dueOn} onChange={dueOn => onChange({ ...value, dueOn })} />
    </>
  )
}
