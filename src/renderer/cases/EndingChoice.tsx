import { IconArrowsExchange, IconInbox, IconInfoCircle, IconMessages } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ENDINGS } from '#shared/cases/case'
import { isAlone } from '../keys'
import { Kbd } from '../ui/Kbd'
import styles from './EndingForm.module.css'

type Ending = (typeof ENDINGS)[number]
const ICONS = { information: IconInfoCircle, consultation: IconMessages, request: IconInbox, referral: IconArrowsExchange } as const

/** The four ways a case leaves the counter, as big choices; arrows or 1 to 4 choose. */
export function EndingChoice({ value, onChange }: { value: Ending | null; onChange: (ending: Ending) => void }) {
  const { t } = useTranslation()
  const set = useRef<HTMLFieldSetElement>(null)
  useEffect(() => set.current?.querySelector('input')?.focus(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    const ending = ENDINGS[Number(event.key) - 1]
    if (!ending || !isAlone(event)) return
    event.preventDefault()
    onChange(ending)
    set.current?.querySelectorAll('input')[ENDINGS.indexOf(ending)]?.focus()
  }
  return (
    <fieldset ref={set} className={styles.choices} onKeyDown={onKeyDown}>
      <legend className={styles.legend}>{t('cases.howEnds')}</legend>
      {ENDINGS.map((ending, at) => {
        const Icon = ICONS[ending]
        return (
          <label key={ending} className={styles.choice}>
            <input type="radio" name="ending" value={ending} checked={value === ending} onChange={() => onChange(ending)} />
            <Icon aria-hidden="true" />
            <span className={styles.choiceWords}>
              <span className={styles.choiceName}>{t(`cases.endingName.${ending}`)}</span>
              <span className={styles.choiceMore}>{t(`cases.endingMeans.${ending}`)}</span>
            </span>
            <Kbd of={String(at + 1)} />
          </label>
        )
      })}
    </fieldset>
  )
}
