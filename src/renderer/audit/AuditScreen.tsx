import { IconShieldSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditCheck } from '#shared/audit/audit.contract'
import { AUDIT_KINDS, type AuditKind } from '#shared/audit/audit-line'
import { parseTypedDate } from '#shared/local-date-input'
import { api } from '../api'
import { useSession } from '../session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Choice } from '../ui/Choice'
import { DateField } from '../ui/DateField'
import { EmptyState } from '../ui/EmptyState'
import { Foot } from '../ui/Foot'
import { ProblemNotice } from '../ui/Notice'
import { Screen } from '../ui/Screen'
import { ScrollArea } from '../ui/ScrollArea'
import { SelectField } from '../ui/SelectField'
import { useAct, useCall } from '../use-call'
import { AuditAtDistrict } from './AuditAtDistrict'
import { AuditCheckNotice } from './AuditCheckNotice'
import styles from './AuditScreen.module.css'
import { AuditTable } from './AuditTable'

/** The access log: newest first, a page at a time. */
export function AuditScreen() {
  const { t } = useTranslation()
  const { today } = useSession()
  const [officerId, setOfficer] = useState<string | null>(null)
  const [kind, setKind] = useState<AuditKind | null>(null)
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const [which, setWhich] = useState<'all' | 'refused'>('all')
  const [before, setBefore] = useState<number | null>(null)
  const [check, setCheck] = useState<AuditCheck | null>(null)
  const verify = useAct(api.audit.verify)
  const officers = useCall(api.officers.list, {})
  const day = (typed: string): string | null => {
    const read = parseTypedDate(typed, today, {})
    return read.ok ? read.value : null
  }
  const filter = { officerId, kind, fromOn: day(from), untilOn: day(until), refusedOnly: which === 'refused', residentId: null }
  const page = useCall(api.audit.list, { ...filter, before })
  /** Another filter begins at the newest line again. */
  const choosing =
    <V,>(set: (value: V) => void) =>
    (value: V) => {
      setBefore(null)
      set(value)
    }
  const run = async () => {
    const found = await verify.act({ known: null })
    if (found.ok) setCheck(found.value)
  }
  const { value, problem } = page
  return (
    <Screen
      title={t('audit.title')}
      lead={t('audit.lead')}
      actions={
        <Button isBusy={verify.isBusy} onClick={() => void run()}>
          {t('audit.verify')}
        </Button>
      }
    >
      {check && <AuditCheckNotice check={check} />}
      <AuditAtDistrict />
      {problem && <ProblemNotice problem={problem} />}
      <div className={styles.bar}>
        <SelectField
          label={t('audit.officer')}
          placeholder={t('audit.allOfficers')}
          isClearable
          options={(officers.value ?? []).map(officer => ({ value: officer.id, label: officer.name }))}
          value={officerId}
          onChange={choosing(setOfficer)}
        />
        <SelectField
          label={t('audit.kind')}
          placeholder={t('audit.allKinds')}
          isClearable
          options={AUDIT_KINDS.map(one => ({ value: one, label: t(`codes.auditKind.${one}`) }))}
          value={kind}
          onChange={choosing(setKind)}
        />
        <DateField label={t('audit.fromOn')} value={from} onChange={choosing(setFrom)} isInBar />
        <DateField label={t('audit.untilOn')} value={until} onChange={choosing(setUntil)} isInBar />
        <Choice
          legend={t('audit.show')}
          value={which}
          onChange={choosing(setWhich)}
          options={[
            { value: 'all', label: t('audit.showAll') },
            { value: 'refused', label: t('audit.showRefused') }
          ]}
        />
      </div>
      <Card isFilling>
        <ScrollArea label={t('audit.title')}>
          {value && value.rows.length === 0 ? (
            <EmptyState icon={<IconShieldSearch aria-hidden="true" />} title={t('audit.none')}>
              {t('audit.noneTeach')}
            </EmptyState>
          ) : (
            <AuditTable rows={value?.rows ?? []} />
          )}
        </ScrollArea>
      </Card>
      <Foot>
        {before !== null && <Button onClick={() => setBefore(null)}>{t('audit.newest')}</Button>}
        {value?.before && <Button onClick={() => setBefore(value.before)}>{t('audit.older')}</Button>}
      </Foot>
    </Screen>
  )
}
