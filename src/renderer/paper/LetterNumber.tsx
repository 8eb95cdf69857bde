import { Fragment } from 'react'
import styles from './LetterNumber.module.css'
import { numbered } from './numbered'

/** A letter's number in a narrow column: a line ends behind one of its strokes, never at the hyphen of a unit's code. */
export function LetterNumber({ number }: { number: string }) {
  return numbered(number.split(/(?<=\/)/)).map(({ key, item }) => (
    <Fragment key={key}>
      <span className={styles.part}>{item}</span>
      <wbr />
    </Fragment>
  ))
}
