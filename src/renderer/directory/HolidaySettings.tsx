import { IconCalendarEvent } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { yearOf } from '#shared/clock'
import { formatDateShort, parseTypedDate } from '#shared/local-date-input'
import type { Holiday } from '#shared/office/office'
import { api } from '../api'
import { KEYS } from '../keys'
import { useSession } from '../session'
import { fieldError } from '../text/field-error'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { Choice } from '../ui/Choice'
import { DateField, dateErrorText } from '../ui/DateField'
import { FormDialog } from '../ui/Dialog'
import { EmptyState } from '../ui/EmptyState'
import { TextField } from '../ui/Field'
import styles from '../ui/settings.module.css'
import { useCall } from '../use-call'
import { useDeed } from '../use-deed'

/** The office's calendar: time limits count only working days. */
export function HolidaySettings() {
  const { t } = useTranslation()
  const format = useFormat()
  const { today } = useSession()
  const [year, setYear] = useState(yearOf(today))
  const [open, setOpen] = useState<'new' | Holiday | null>(null)
  const holidays = useCall(api.office.holidays, { year })
  const days = (holidays.value ?? []).toSorted((a, b) => a.day.localeCompare(b.day))
  return (
    <div className={styles.stack}>
      <div className={styles.bar}>
        <p className={styles.soft}>{t('settings.holidayTeach')}</p>
        <div className={styles.actions}>
          <Button onClick={() => setYear(year - 1)}>{year - 1}</Button>
          <Button onClick={() => setYear(year + 1)}>{year + 1}</Button>
          <Button shortcut={KEYS.add} onClick={() => setOpen('new')}>
            {t('settings.holidayAdd')}
          </Button>
        </div>
      </div>
      {holidays.value && days.length === 0 && (
        <EmptyState icon={<IconCalendarEvent aria-hidden="true" />} title={t('settings.holidayNone', { year })} />
      )}
      {days.length > 0 && (
        <Card title={String(year)}>
          {days.map(day => (
            <div key={day.id} className={styles.line}>
              <p className={styles.grow}>
                <span className={styles.name}>{format.dateLong(day.day)}</span>
                <br />
                <span className={styles.soft}>{day.name}</span>
              </p>
              <Chip tone={day.isWorkingDay ? 'brand' : 'neutral'}>
                {t(day.isWorkingDay ? 'settings.holidayWorking' : 'settings.holidayOff')}
              </Chip>
              <Button
                tone="plain"
                aria-label={t('settings.holidayCorrect', { day: format.dateLong(day.day) })}
                onClick={() => setOpen(day)}
              >
                {t('ui.edit')}
              </Button>
            </div>
          ))}
        </Card>
      )}
      {open && <HolidayDialog of={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </div>
  )
}

/** A further day, or what is said of one: a day marked by mistake is put right by saying that the office works. */
function HolidayDialog({ of, onClose }: { of: Holiday | null; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { today } = useSession()
  const [typed, setTyped] = useState(of ? formatDateShort(of.day) : '')
  const [name, setName] = useState(of?.name ?? '')
  const [kind, setKind] = useState<'off' | 'working'>(of?.isWorkingDay ? 'working' : 'off')
  const [isTried, setTried] = useState(false)
  const set = useDeed(api.office.setHoliday, { says: () => t('settings.saved'), onDone: onClose })
  const day = parseTypedDate(typed, today)
  const save = async () => {
    setTried(true)
    if (!day.ok || name.trim() === '') return
    await set.act({ day: day.value, name: name.trim(), isWorkingDay: kind === 'working' })
  }
  return (
    <FormDialog
      title={of ? format.dateLong(of.day) : t('settings.holidayAdd')}
      onClose={onClose}
      onSubmit={save}
      deed={t('ui.save')}
      isBusy={set.isBusy}
      problem={set.problem}
    >
      {!of && (
        <DateField label={t('settings.holidayDay')} value={typed} onChange={setTyped} autoFocus error={isTried && dateErrorText(day, t)} />
      )}
      <TextField
        label={t('settings.holidayName')}
        maxLength={120}
        value={name}
        onChange={event => setName(event.target.value)}
        error={isTried && name.trim() === '' ? fieldError(t, 'required') : null}
      />
      <Choice
        legend={t('settings.holidayKind')}
        value={kind}
        onChange={setKind}
        options={[
          { value: 'off', label: t('settings.holidayOff') },
          { value: 'working', label: t('settings.holidayWorking') }
        ]}
      />
    </FormDialog>
  )
}
