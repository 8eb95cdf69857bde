import { IconSignature } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { KEYS } from '../keys'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState } from '../ui/EmptyState'
import { Notice } from '../ui/Notice'
import styles from './SetupWizard.module.css'
import { SignerDialog, type TypedSigner } from './SignerDialog'
import { SignerFace } from './SignerFace'

type SetupSignersProps = { signers: TypedSigner[]; onChange: (signers: TypedSigner[]) => void; isTried: boolean }

export function SetupSigners({ signers, onChange, isTried }: SetupSignersProps) {
  const { t } = useTranslation()
  const [isAdding, setAdding] = useState(false)
  return (
    <div className={styles.stack}>
      <div>
        <Button shortcut={KEYS.add} onClick={() => setAdding(true)}>
          {t('setup.addSigner')}
        </Button>
      </div>
      {isTried && signers.length === 0 && <Notice tone="attention">{t('setup.noSigners')}</Notice>}
      {signers.length === 0 && (
        <Card>
          <EmptyState icon={<IconSignature aria-hidden="true" />} title={t('setup.noSigners')}>
            {t('setup.noSignersTeach')}
          </EmptyState>
        </Card>
      )}
      {signers.map(signer => (
        <Card key={`${signer.name} ${signer.position}`}>
          <div className={styles.line}>
            <div className={styles.grow}>
              <SignerFace signer={signer} />
            </div>
            <Button
              tone="plain"
              aria-label={`${t('ui.remove')} ${signer.name}`}
              onClick={() => onChange(signers.filter(one => one !== signer))}
            >
              {t('ui.remove')}
            </Button>
          </div>
        </Card>
      ))}
      {isAdding && (
        <SignerDialog
          signer={null}
          onClose={() => setAdding(false)}
          onSave={signer => {
            onChange([...signers, signer])
            setAdding(false)
          }}
        />
      )}
    </div>
  )
}
