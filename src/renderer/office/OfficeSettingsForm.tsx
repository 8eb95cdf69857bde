import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { api } from '../api'
import { ChoosePicture } from '../files/ChoosePicture'
import { KEYS } from '../keys'
import { useSession } from '../session'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import styles from '../ui/settings.module.css'
import { useFirstWrong } from '../ui/use-first-wrong'
import { useAct } from '../use-call'
import { LetterheadFields } from './LetterheadFields'
import { NumberFields } from './NumberFields'
import { OfficePlaceFields } from './OfficePlaceFields'
import { OFFICE_PARTS, OfficeForm, type OfficePart, officeFormOf, settingsOfPart } from './office-form'

/** One part of the office's settings; letters already issued keep the head they were issued with. */
export function OfficeSettingsForm({ part }: { part: OfficePart }) {
  const { t } = useTranslation()
  const notify = useNotify()
  const { office, today } = useSession()
  const change = useAct(api.office.change)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const form = useForm<OfficeForm>({ resolver: standardSchemaResolver(OfficeForm), defaultValues: officeFormOf(office), mode: 'onTouched' })
  const [tries, setTries] = useState(0)
  const place = useFirstWrong(tries)
  const save = async () => {
    setProblem(null)
    const isRight = await form.trigger([...OFFICE_PARTS[part]])
    setTries(before => before + 1)
    if (!isRight) return
    const result = await change.act(settingsOfPart(form.getValues(), part))
    if (result.ok) notify.done(t('settings.saved'))
    else setProblem(result.problem)
  }
  return (
    <form
      ref={place}
      noValidate
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      {problem && <ProblemNotice problem={problem} />}
      {part === 'office' && <OfficePlaceFields form={form} />}
      {part === 'letterhead' && <LetterheadFields form={form} Choose={ChoosePicture} />}
      {part === 'numbers' && <NumberFields form={form} today={today} sequence={1} />}
      <div className={styles.actions}>
        <Button tone="primary" type="submit" shortcut={KEYS.primary} isBusy={change.isBusy}>
          {t('ui.save')}
        </Button>
      </div>
    </form>
  )
}
