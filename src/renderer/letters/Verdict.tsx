import { IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { LocalDate } from '#shared/clock'
import { isPast } from '#shared/letters/issued-letter'
import type { Verification } from '#shared/letters/letters.contract'
import { useSession } from '../session'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { cx } from '../ui/cx'
import { Facts } from '../ui/Facts'
import { letterTypeOf } from './letter-values'
import styles from './VerifyScreen.module.css'

const verdictOf = (found: Verification, today: LocalDate) => {
  if (found.kind !== 'genuine') return found.kind
  if (!found.here) return 'genuine-elsewhere'
  if (found.here.status === 'void') return 'genuine-void'
  return isPast(found.here, today) ? 'genuine-past' : 'genuine'
}
const TONES = {
  genuine: 'good',
  'genuine-elsewhere': 'good',
  'genuine-void': 'bad',
  'genuine-past': 'unsure',
  forged: 'bad',
  'unknown-key': 'unsure',
  damaged: 'unsure',
  'not-a-letter-code': 'unsure',
  'newer-version': 'unsure'
} as const
const ICONS = { good: IconCircleCheck, bad: IconCircleX, unsure: IconHelpCircle } as const

/** What a scanned code is worth, big and in words, and what to compare with the paper. */
export function Verdict({ found, onOpen }: { found: Verification; onOpen: (letterId: string) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { today } = useSession()
  const verdict = verdictOf(found, today)
  const tone = TONES[verdict]
  const Icon = ICONS[tone]
  const type = found.kind === 'genuine' ? letterTypeOf(found.letterType) : null
  return (
    <div className={cx(styles.verdict, styles[tone])} role="alert">
      <Icon aria-hidden="true" />
      <div className={styles.words}>
        <h2 className={styles.title}>{t(`letters.verdict.${verdict}`)}</h2>
        <p>{t(`letters.verdictTeach.${verdict}`)}</p>
        {(found.kind === 'genuine' || found.kind === 'unknown-key') && (
          <Facts
            facts={[
              [t('letters.number'), found.number],
              [t('letters.issuedOn'), format.dateLong(found.issuedOn)],
              ...(found.kind === 'genuine' && found.here?.validUntil
                ? ([[t('letters.validUntil'), format.dateLong(found.here.validUntil)]] as const)
                : []),
              ...(found.kind === 'genuine'
                ? ([
                    [t('letters.type'), type ? t(`codes.letterType.${type}`) : found.letterType],
                    [t('letters.initials'), found.initials],
                    [t('letters.nikTail'), found.nikTail || t('search.noNik')]
                  ] as const)
                : [])
            ]}
          />
        )}
      </div>
      {found.kind === 'genuine' && found.here && (
        <Button onClick={() => found.here && onOpen(found.here.letterId)}>{t('letters.openLetter')}</Button>
      )}
    </div>
  )
}
