import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayResetPin, type OfficerCard } from '#shared/officers/officer'
import { api } from '../api'
import { KEYS } from '../keys'
import { useMay, useSession } from '../session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import styles from '../ui/settings.module.css'
import { useAct, useCall } from '../use-call'
import { useRecordForm } from '../use-record-form'
import { LockMinutesCard } from './LockMinutesCard'
import { OfficerDialog, type TypedOfficer } from './OfficerDialog'
import { ResetPinDialog } from './ResetPinDialog'

/** Every officer, also those who have left. */
export function OfficerSettings() {
  const { t } = useTranslation()
  const may = useMay()
  const { officer: me } = useSession()
  const { asking, corrected, problem, ask, answered } = useRecordForm('officer')
  const [resetting, setResetting] = useState<OfficerCard | null>(null)
  const officers = useCall(api.officers.all, {})
  const add = useAct(api.officers.add)
  const correct = useAct(api.officers.correct)
  const save = async ({ isActive, pin, ...officer }: TypedOfficer) => {
    answered(await (corrected ? correct.act({ ...officer, isActive, id: corrected.id, shown: corrected }) : add.act({ ...officer, pin })))
  }
  return (
    <div className={styles.stack}>
      <div className={styles.bar}>
        <span />
        {may(api.officers.add) && (
          <Button shortcut={KEYS.add} onClick={() => ask('new')}>
            {t('settings.officerAdd')}
          </Button>
        )}
      </div>
      {may(api.officers.lockAfter) && <LockMinutesCard />}
      {officers.value?.map(officer => (
        <Card key={officer.id}>
          <div className={styles.line}>
            <div className={styles.grow}>
              <p className={styles.name}>{officer.name}</p>
              <p className={styles.soft}>
                {[officer.position, officer.roles.map(role => t(`codes.role.${role}`)).join(', '), officer.decreeNumber]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            {!officer.isActive && <Chip>{t('settings.officerInactive')}</Chip>}
            {officer.id !== me.id && mayResetPin(me.roles, officer.roles) && (
              <Button tone="plain" aria-label={`${t('settings.resetPin')}: ${officer.name}`} onClick={() => setResetting(officer)}>
                {t('settings.resetPin')}
              </Button>
            )}
            {may(api.officers.correct) && (
              <Button aria-label={`${t('ui.edit')} ${officer.name}`} onClick={() => ask(officer)}>
                {t('ui.edit')}
              </Button>
            )}
          </div>
        </Card>
      ))}
      {asking && (
        <OfficerDialog
          officer={corrected}
          problem={problem}
          isBusy={add.isBusy || correct.isBusy}
          onSave={officer => void save(officer)}
          onClose={() => ask(null)}
        />
      )}
      {resetting && <ResetPinDialog officer={resetting} onClose={() => setResetting(null)} />}
    </div>
  )
}
