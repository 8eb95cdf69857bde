import { useTranslation } from 'react-i18next'
import type { LetterLine } from '#shared/letters/letters.contract'
import { LetterNumber } from '../paper/LetterNumber'
import { useFormat } from '../text/use-format'
import { ListLine } from '../ui/ListLine'
import { LetterState } from './LetterState'
import { letterTypeOf } from './letter-values'

/** One row of a list of letters. */
export function LetterListLine({ letter }: { letter: LetterLine }) {
  const { t } = useTranslation()
  const format = useFormat()
  const known = letterTypeOf(letter.type)
  const more = (
    <>
      <LetterNumber number={letter.number} />
      {` · ${format.date(letter.issuedOn)}`}
    </>
  )
  return (
    <ListLine name={known ? t(`codes.letterType.${known}`) : letter.type} more={more}>
      <LetterState letter={letter} />
    </ListLine>
  )
}
