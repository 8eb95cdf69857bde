import { useTranslation } from 'react-i18next'
import type { ProgramRule } from '#shared/directory/directory'
import type { ProgramAnswer, Verdict } from '#shared/registry/eligibility'
import { useFormat } from '../text/use-format'
import { Chip, type Tone } from '../ui/Chip'
import styles from './RegistryPanel.module.css'

const TONES: Record<Verdict, Tone> = { likely: 'good', 'not-by-this-rule': 'neutral', ask: 'attention' }

/** What the rules of today say of each programme, with the rule itself: never more than likely, and never what somebody is. */
export function ProgramLines({ programs, decile }: { programs: readonly ProgramAnswer[]; decile: number | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  const ruleText = ({ maxDecile: max, validFrom, validTo, source }: ProgramRule) =>
    validTo === null
      ? t('registry.rule', { max, from: format.date(validFrom), source })
      : t('registry.ruleUntil', { max, from: format.date(validFrom), to: format.date(validTo), source })
  return (
    <ul className={styles.programs}>
      {programs.map(({ program, purpose, verdict, reasons, rules, next }) => (
        <li key={`${program} ${purpose}`} className={styles.program}>
          <span className={styles.programName}>{program}</span>
          <Chip tone={TONES[verdict]}>{t(`registry.verdict.${verdict}`)}</Chip>
          <span className={styles.why}>
            {reasons.map(reason => t(`registry.reason.${reason}`, { decile, max: rules[0]?.maxDecile })).join(' ')}
          </span>
          <span className={styles.rule}>
            {[
              ...rules.map(ruleText),
              next && t('registry.ruleNext', { from: format.date(next.validFrom), max: next.maxDecile, source: next.source })
            ]
              .filter(Boolean)
              .join(' ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
