import { useTranslation } from 'react-i18next'
import { type IssuedLetter, isPast } from '#shared/letters/issued-letter'
import { useSession } from '../session'
import { Chip } from '../ui/Chip'

/** Whether a letter is in force today: void, past its last day, or valid. */
export function LetterState({ letter }: { letter: Pick<IssuedLetter, 'status' | 'validUntil'> }) {
  const { t } = useTranslation()
  const { today } = useSession()
  const { status } = letter
  if (status === 'issued' && isPast(letter, today)) return <Chip tone="attention">{t('letters.expired')}</Chip>
  return <Chip tone={status === 'void' ? 'bad' : 'good'}>{t(`codes.letterStatus.${status}`)}</Chip>
}
