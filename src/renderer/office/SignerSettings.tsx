import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Signer } from '#shared/office/office'
import { api } from '../api'
import { KEYS } from '../keys'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { useNotify } from '../ui/notify'
import styles from '../ui/settings.module.css'
import { useAct, useCall } from '../use-call'
import { SignerDialog, type TypedSigner } from './SignerDialog'
import { SignerFace } from './SignerFace'

/** The officials whose names stand under letters; a letter keeps the signer as they were that day. */
export function SignerSettings() {
  const { t } = useTranslation()
  const notify = useNotify()
  const [asking, setAsking] = useState<Signer | 'new' | null>(null)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const signers = useCall(api.office.signers, {})
  const add = useAct(api.office.addSigner)
  const correct = useAct(api.office.correctSigner)
  const ask = (next: Signer | 'new' | null) => {
    setProblem(null)
    setAsking(next)
  }
  const save = async (typed: TypedSigner) => {
    const { isActive: _, ...input } = typed
    const result =
      asking === 'new' || asking === null ? await add.act(input) : await correct.act({ ...typed, id: asking.id, shown: asking })
    if (!result.ok) {
      // who reads what stands there now and saves again means it
      if (result.problem.kind === 'changed-meanwhile') setAsking(result.problem.now)
      setProblem(result.problem)
      return
    }
    notify.done(t('settings.saved'))
    setAsking(null)
  }
  return (
    <div className={styles.stack}>
      <div className={styles.bar}>
        <span />
        <Button shortcut={KEYS.add} onClick={() => ask('new')}>
          {t('settings.signerAdd')}
        </Button>
      </div>
      {signers.value?.map(signer => (
        <Card key={signer.id}>
          <div className={styles.line}>
            <div className={styles.grow}>
              <SignerFace signer={signer} />
            </div>
            {!signer.isActive && <Chip>{t('settings.inactive')}</Chip>}
            <Button aria-label={`${t('ui.edit')} ${signer.name}`} onClick={() => ask(signer)}>
              {t('ui.edit')}
            </Button>
          </div>
        </Card>
      ))}
      {asking && (
        <SignerDialog
          signer={asking === 'new' ? null : asking}
          problem={problem}
          isBusy={add.isBusy || correct.isBusy}
          onSave={signer => void save(signer)}
          onClose={() => ask(null)}
        />
      )}
    </div>
  )
}
