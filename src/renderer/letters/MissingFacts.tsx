import { useTranslation } from 'react-i18next'
import type { FactCode } from '#shared/letters/letter-types'
import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import styles from './LetterDesk.module.css'

type Mend = 'person' | 'registry' | 'referral' | null
const MENDS: Partial<Record<FactCode, Mend>> = {
  'resident.nik': 'person',
  'resident.identity': 'person',
  registry: 'registry',
  'registry.is-listed': 'registry',
  'registry.decile': 'registry',
  'return-slip': 'referral'
}

type MissingFactsProps = { missing: readonly string[]; onPerson: () => void; onReferral: () => void; onRegistry: () => void }

/** What still has to be known before the letter may be issued, each with the way to mend it. */
export function MissingFacts({ missing, onPerson, onReferral, onRegistry }: MissingFactsProps) {
  const { t } = useTranslation()
  const go = { person: onPerson, registry: onRegistry, referral: onReferral }
  return (
    <Notice tone="attention" title={t('letters.missing', { count: missing.length })}>
      <ul className={styles.missing}>
        {(missing as FactCode[]).map(code => {
          const mend = MENDS[code] ?? null
          return (
            <li key={code}>
              <span>{t(`letters.fact.${code.replaceAll('.', '_') as FactKey}`)}</span>
              {mend && (
                <Button tone="plain" onClick={go[mend]}>
                  {t(`letters.mend.${mend}`)}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}

/** A fact's code as a key of the texts, where a dot means something else. */
type FactKey = FactCode extends infer C ? (C extends `${infer A}.${infer B}` ? `${A}_${B}` : C) : never
