import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayResetPin, type OfficerCard } from '#shared/officers/officer'
import { api } from '../api'
import { KEYS } from '../keys'
import { useMay, useSession } from '../session'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { useNotify } from '../ui/notify'
import styles from '../ui/settings.module.css'
import { useAct, useCall } from '../use-call'
import { LockMinutesCard } from './LockMinutesCard'
import { OfficerDialog, type TypedOfficer } from './OfficerDialog'
import { ResetPinDialog } from './ResetPinDialog'

type Asking = { kind: 'add' } | { kind: 'edit'; officer: OfficerCard } | { kind: 'pin'; officer: OfficerCard } | null

/** Every officer, also those who have left. */
export function OfficerSettings() {
  const { t } = useTranslation()
  const notify = useNotify()
  const may = useMay()
  const { officer: me } = useSession()
  const [asking, setAsking] = useState<Asking>(null)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const officers = useCall(api.officers.all, {})
  const add = useAct(api.officers.add)
  const correct = useAct(api.officers.correct)
  const ask = (next: Asking) => {
    setProblem(null)
    setAsking(next)
  }
  const save = async ({ isActive, pin, ...officer }: TypedOfficer) => {
    const result =
      asking?.kind === 'edit'
        ? await correct.act({ ...officer, isActive, id: asking.officer.id, shown: asking.officer })
        : await add.act({ ...officer, pin })
    if (!result.ok) {
      // who reads what stands there now and saves again means it
      if (result.problem.kind === 'changed-meanwhile') setAsking({ kind: 'edit', officer: result.problem.now })
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
        {may(api.officers.add) && (
          <Button shortcut={KEYS.add} onClick={() => ask({ kind: 'add' })}>
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
              <Button tone="plain" aria-label={`${t('settings.resetPin')}: ${officer.name}`} onClick={() => ask({ kind: 'pin', officer })}>
                {t('settings.resetPin')}
              </Button>
            )}
            {may(api.officers.correct) && (
              <Button aria-label={`${t('ui.edit')} ${officer.name}`} onClick={() => ask({ kind: 'edit', officer })}>
                {t('ui.edit')}
              </Button>
            )}
          </div>
        </Card>
      ))}
      {(asking?.kind === 'add' || asking?.kind === 'edit') && (
        <OfficerDialog
          officer={asking.kind === 'edit' ? asking.officer : null}
          problem={problem}
          isBusy={add.isBusy || correct.isBusy}
          onSave={officer => void save(officer)}
          onClose={() => ask(null)}
        />
      )}
      {asking?.kind === 'pin' && <ResetPinDialog officer={asking.officer} onClose={() => ask(null)} />}
    </div>
  )
}
