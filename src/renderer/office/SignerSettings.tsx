import { useTranslation } from 'react-i18next'
import { api } from '../api'
import { KEYS } from '../keys'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import styles from '../ui/settings.module.css'
import { useAct, useCall } from '../use-call'
import { useRecordForm } from '../use-record-form'
import { SignerDialog, type TypedSigner } from './SignerDialog'
import { SignerFace } from './SignerFace'

/** The officials whose names stand under letters; a letter keeps the signer as they were that day. */
export function SignerSettings() {
  const { t } = useTranslation()
  const { asking, corrected, problem, ask, answered } = useRecordForm('signer')
  const signers = useCall(api.office.signers, {})
  const add = useAct(api.office.addSigner)
  const correct = useAct(api.office.correctSigner)
  const save = async (typed: TypedSigner) => {
    const { isActive: _, ...input } = typed
    answered(await (corrected ? correct.act({ ...typed, id: corrected.id, shown: corrected }) : add.act(input)))
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
          signer={corrected}
          problem={problem}
          isBusy={add.isBusy || correct.isBusy}
          onSave={signer => void save(signer)}
          onClose={() => ask(null)}
        />
      )}
    </div>
  )
}
