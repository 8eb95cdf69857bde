import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { KEYS } from '../keys'
import { OfficerDialog, type TypedOfficer } from '../officers/OfficerDialog'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState } from '../ui/EmptyState'
import { Notice } from '../ui/Notice'
import styles from './SetupWizard.module.css'

/** Why these officers cannot start an office; null when they can. */
export function officersProblem(officers: readonly TypedOfficer[]): 'none' | 'no-administrator' | 'same-name' | null {
  if (officers.length === 0) return 'none'
  if (!officers.some(officer => officer.roles.includes('administrator'))) return 'no-administrator'
  return new Set(officers.map(officer => officer.name.toLowerCase())).size < officers.length ? 'same-name' : null
}

type SetupOfficersProps = { officers: TypedOfficer[]; onChange: (officers: TypedOfficer[]) => void; isTried: boolean }

export function SetupOfficers({ officers, onChange, isTried }: SetupOfficersProps) {
  const { t } = useTranslation()
  const [isAdding, setAdding] = useState(false)
  const problem = officersProblem(officers)
  return (
    <div className={styles.stack}>
      <div>
        <Button shortcut={KEYS.add} onClick={() => setAdding(true)}>
          {t('setup.addOfficer')}
        </Button>
      </div>
      {problem === 'same-name' && <Notice tone="attention">{t('setup.sameName')}</Notice>}
      {problem === 'no-administrator' && <Notice tone="attention">{t('setup.needAdministrator')}</Notice>}
      {officers.length === 0 && (
        <Card>
          <EmptyState icon={<IconUserPlus aria-hidden="true" />} title={t('setup.noOfficers')}>
            {t('setup.noOfficersTeach')}
          </EmptyState>
        </Card>
      )}
      {isTried && problem === 'none' && <Notice tone="attention">{t('setup.needAdministrator')}</Notice>}
      {officers.map(officer => (
        <Card key={officer.name}>
          <div className={styles.line}>
            <div className={styles.grow}>
              <strong>{officer.name}</strong>
              <p className={styles.soft}>
                {[officer.position, officer.roles.map(role => t(`codes.role.${role}`)).join(', ')].filter(Boolean).join(' · ')}
              </p>
            </div>
            <Button
              tone="plain"
              aria-label={`${t('ui.remove')} ${officer.name}`}
              onClick={() => onChange(officers.filter(one => one !== officer))}
            >
              {t('ui.remove')}
            </Button>
          </div>
        </Card>
      ))}
      {isAdding && (
        <OfficerDialog
          officer={null}
          onClose={() => setAdding(false)}
          onSave={officer => {
            onChange([...officers, officer])
            setAdding(false)
          }}
        />
      )}
    </div>
  )
}
