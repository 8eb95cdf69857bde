import { useTranslation } from 'react-i18next'
import type { Programme } from '#shared/registry/person'
import { Checkbox } from '../ui/Field'
import styles from './RegistryCheckDialog.module.css'

/** The programmes that the counter is asked about most. */
const OFFERED = ['pkh', 'sembako', 'pbi-jk', 'pbi-apbd', 'pip'] as const satisfies readonly Programme[]

type ProgrammeChoiceProps = {
  legend: string
  chosen: readonly Programme[]
  /** Ticked on the other side. */
  except: readonly Programme[]
  onChoose: (codes: Programme[]) => void
}

export function ProgrammeChoice({ legend, chosen, except, onChoose }: ProgrammeChoiceProps) {
  const { t } = useTranslation()
  return (
    <fieldset className={styles.programmes}>
      <legend>{legend}</legend>
      {OFFERED.map(code => (
        <Checkbox
          key={code}
          label={t(`registry.programme.${code}`)}
          checked={chosen.includes(code)}
          disabled={except.includes(code)}
          onChange={event => onChoose(OFFERED.filter(one => (one === code ? event.currentTarget.checked : chosen.includes(one))))}
        />
      ))}
    </fieldset>
  )
}
