import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api'
import { KEYS } from '../keys'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { EmptyState } from '../ui/EmptyState'
import { TextField } from '../ui/Field'
import styles from '../ui/settings.module.css'
import { useAct, useCall } from '../use-call'
import { useRecordForm } from '../use-record-form'
import { OrganizationDialog, type TypedOrganization } from './OrganizationDialog'
import { termName } from './term-name'

const SHOWN = 60

/** The agencies of this district that cases are sent to. */
export function OrganizationSettings() {
  const { t, i18n } = useTranslation()
  const [filter, setFilter] = useState('')
  const { asking, corrected, problem, ask, answered } = useRecordForm('organization')
  const organizations = useCall(api.organizations.list, {})
  const kinds = useCall(api.directory.organizationKinds, {}).value ?? []
  const add = useAct(api.organizations.add)
  const correct = useAct(api.organizations.correct)
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  const found = (organizations.value ?? []).filter(one => words.every(word => `${one.name} ${one.addressee}`.toLowerCase().includes(word)))
  const kindName = (code: string) => {
    const kind = kinds.find(one => one.code === code)
    return kind ? termName(kind, i18n.language) : code
  }
  const save = async (typed: TypedOrganization) => {
    const { isActive: _, ...input } = typed
    answered(await (corrected ? correct.act({ ...typed, id: corrected.id, shown: corrected }) : add.act(input)))
  }
  return (
    <div className={styles.stack}>
      <div className={styles.bar}>
        <TextField label={t('settings.organizationFilter')} value={filter} onChange={event => setFilter(event.target.value)} />
        <Button shortcut={KEYS.add} onClick={() => ask('new')}>
          {t('settings.organizationAdd')}
        </Button>
      </div>
      {organizations.value && found.length === 0 && <EmptyState title={t('ui.nothingFound')} />}
      {found.slice(0, SHOWN).map(one => (
        <Card key={one.id}>
          <div className={styles.line}>
            <div className={styles.grow}>
              <p className={styles.name}>{one.name}</p>
              <p className={styles.soft}>{[kindName(one.kind), one.addressee, one.phone].filter(Boolean).join(' · ')}</p>
            </div>
            {!one.isActive && <Chip>{t('settings.inactive')}</Chip>}
            <Button aria-label={`${t('ui.edit')} ${one.name}`} onClick={() => ask(one)}>
              {t('ui.edit')}
            </Button>
          </div>
        </Card>
      ))}
      {asking && (
        <OrganizationDialog
          organization={corrected}
          kinds={kinds.map(kind => ({ value: kind.code, label: termName(kind, i18n.language) }))}
          problem={problem}
          isBusy={add.isBusy || correct.isBusy}
          onSave={typed => void save(typed)}
          onClose={() => ask(null)}
        />
      )}
    </div>
  )
}
