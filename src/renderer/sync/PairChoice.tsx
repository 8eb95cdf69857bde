import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import choice from '../ui/Choice.module.css'
import styles from './PairChoice.module.css'

const SIDES = ['standing', 'wished'] as const
export type Side = (typeof SIDES)[number]

type PairChoiceProps = {
  legend: ReactNode
  values: Record<Side, ReactNode>
  chosen: Side | undefined
  onChoose: (side: Side) => void
}

/** Two values of one field side by side, one of which will hold; arrow keys move. */
export function PairChoice({ legend, values, chosen, onChoose }: PairChoiceProps) {
  const { t } = useTranslation()
  const name = useId()
  return (
    <fieldset className={choice.set}>
      <legend className={choice.legend}>{legend}</legend>
      <div className={styles.pair}>
        {SIDES.map(side => (
          <label key={side} className={choice.option}>
            <input type="radio" name={name} value={side} checked={side === chosen} onChange={() => onChoose(side)} />
            <span className={styles.words}>
              <span className={choice.name}>{values[side]}</span>
              <span className={choice.more}>{t(`sync.${side}`)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
