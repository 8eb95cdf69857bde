import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LOOK_UP_PURPOSES, type LookUpPurpose } from '#shared/registry/registry'
import type { LookUpAnswer } from '#shared/registry/registry.contract'
import { api } from '../api'
import { KEYS } from '../keys'
import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { SelectField } from '../ui/SelectField'
import { useAct, useCall } from '../use-call'
import styles from './RegistryPanel.module.css'

type LookUpBarProps = { residentId: string; visitId: string; isAgain: boolean; onAnswer: (answer: LookUpAnswer) => void }

/** Asks the copy of the register, for a purpose; where there is no copy it says what to do instead. */
export function LookUpBar({ residentId, visitId, isAgain, onAnswer }: LookUpBarProps) {
  const { t } = useTranslation()
  const notify = useNotify()
  const { value: state } = useCall(api.registry.state, {})
  const lookUp = useAct(api.registry.lookUp)
  const [purpose, setPurpose] = useState<LookUpPurpose>('service')
  if (!state) return null
  if (state.kind !== 'ready') return <Notice title={t(`registry.state.${state.kind}`)} />
  const ask = async () => {
    const answer = await lookUp.act({ visitId, purpose, by: { kind: 'resident', residentId } })
    if (answer.ok) onAnswer(answer.value)
    else notify.problem(answer.problem)
  }
  return (
    <div>
      <div className={styles.bar}>
        <SelectField
          label={t('registry.lookUpFor')}
          options={LOOK_UP_PURPOSES.map(code => ({ value: code, label: t(`registry.purpose.${code}`) }))}
          value={purpose}
          onChange={code => setPurpose(code ?? 'service')}
        />
        <Button shortcut={KEYS.lookUp} isBusy={lookUp.isBusy} onClick={() => void ask()}>
          {t(isAgain ? 'registry.lookUpAgain' : 'registry.lookUp')}
        </Button>
      </div>
      <p className={styles.more}>
        {t('registry.state.ready', {
          source: t(`registry.source.${state.source}`),
          period: state.period,
          count: state.people
        })}
      </p>
    </div>
  )
}
