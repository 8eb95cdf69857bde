import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDateOf } from '#shared/clock'
import type { IntakeLine } from '#shared/intake/intake'
import { parseTypedDate } from '#shared/local-date-input'
import { dayForBirths, readableMoment } from '#shared/office/pc-clock'
import { api } from '../api'
import { KEYS, useKey } from '../keys'
import type { DeskProblem } from '../text/problem'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { DateField, dateErrorText } from '../ui/DateField'
import { TextField } from '../ui/Field'
import { NikField } from '../ui/NikField'
import { Notice, ProblemNotice } from '../ui/Notice'
import { useFirstWrong } from '../ui/use-first-wrong'
import { useAct, useCall } from '../use-call'
import styles from './EmergencyIntake.module.css'

const EMPTY = { name: '', nik: '', birthDate: '', phone: '', address: '', need: '' }
type Sex = 'male' | 'female'
type Lane = 'general' | 'vulnerable'

/** Takes residents in while the desk's own data stay closed: little is asked, nothing of anybody is shown but the number and the name. */
export function EmergencyIntake({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const today = dayForBirths(localDateOf(readableMoment(Date.now(), performance.now()), 'WIB'))
  const book = useCall(api.recovery.intake, {})
  const takeIn = useAct(api.recovery.takeIn)
  const [officer, setOfficer] = useState('')
  const [typed, setTyped] = useState(EMPTY)
  const [sex, setSex] = useState<Sex | null>(null)
  const [lane, setLane] = useState<Lane>('general')
  const [tries, setTries] = useState(0)
  const [last, setLast] = useState<IntakeLine | null>(null)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const form = useFirstWrong(tries)
  const set = (field: keyof typeof EMPTY) => (text: string) => setTyped(before => ({ ...before, [field]: text }))
  const lacks = (text: string) => (tries > 0 && text.trim() === '' ? t('intake.needed') : null)
  const birth = typed.birthDate.trim() === '' ? null : parseTypedDate(typed.birthDate, today, { past: true })
  const isReady = [officer, typed.name, typed.address, typed.need].every(text => text.trim() !== '') && sex !== null && birth?.ok !== false

  const save = async (event?: FormEvent) => {
    event?.preventDefault()
    setTries(before => before + 1)
    setProblem(null)
    if (!isReady || takeIn.isBusy || sex === null) return
    const { name, nik, phone, address, need } = typed
    const answer = await takeIn.act({
      officer,
      person: {
        name,
        nik: nik.trim() || null,
        sex,
        birthDate: birth?.ok ? birth.value : null,
        phone: phone.trim() || null,
        address,
        lane,
        need
      }
    })
    if (!answer.ok) return setProblem(answer.problem)
    setLast(answer.value)
    setTyped(EMPTY)
    setSex(null)
    setLane('general')
    setTries(0)
    await book.again()
    form.current?.querySelector<HTMLInputElement>('input[name="name"]')?.focus()
  }
  useKey(KEYS.primary, () => void save())
  const lines = book.value?.lines ?? []
  return (
    <div className={styles.page}>
      <form ref={form} className={styles.form} onSubmit={event => void save(event)}>
        <h2 className={styles.title}>{t('intake.title')}</h2>
        <p>{t('intake.teach')}</p>
        {book.problem && <ProblemNotice problem={book.problem} />}
        {problem && <ProblemNotice problem={problem} />}
        {last && <Notice tone="good" title={t('intake.taken', { number: last.number, name: last.name })} />}
        <div className={styles.pair}>
          <TextField
            label={t('intake.officer')}
            value={officer}
            maxLength={60}
            error={lacks(officer)}
            onChange={event => setOfficer(event.target.value)}
            autoFocus
          />
          <TextField
            label={t('intake.name')}
            name="name"
            value={typed.name}
            maxLength={100}
            error={lacks(typed.name)}
            onChange={event => set('name')(event.target.value)}
          />
        </div>
        <div className={styles.pair}>
          <Choice
            legend={t('intake.sex')}
            value={sex}
            onChange={setSex}
            error={tries > 0 && sex === null ? t('intake.needed') : null}
            options={[
              { value: 'female', label: t('codes.sex.female') },
              { value: 'male', label: t('codes.sex.male') }
            ]}
          />
          <Choice
            legend={t('board.lane')}
            value={lane}
            onChange={setLane}
            options={[
              { value: 'general', label: t('board.laneGeneral') },
              { value: 'vulnerable', label: t('board.laneVulnerable') }
            ]}
          />
        </div>
        <div className={styles.pair}>
          <NikField label={t('intake.nik')} value={typed.nik} onChange={set('nik')} isOptional />
          <DateField
            label={t('intake.birthDate')}
            value={typed.birthDate}
            onChange={set('birthDate')}
            today={today}
            isBirth
            isOptional
            error={tries > 0 && birth && dateErrorText(birth, t)}
          />
        </div>
        <div className={styles.pair}>
          <TextField
            label={t('intake.address')}
            value={typed.address}
            maxLength={160}
            error={lacks(typed.address)}
            onChange={event => set('address')(event.target.value)}
          />
          <TextField
            label={t('intake.phone')}
            value={typed.phone}
            maxLength={40}
            isOptional
            isDigits
            onChange={event => set('phone')(event.target.value)}
          />
        </div>
        <TextField
          label={t('intake.need')}
          value={typed.need}
          maxLength={100}
          error={lacks(typed.need)}
          onChange={event => set('need')(event.target.value)}
        />
        <div className={styles.actions}>
          <Button onClick={onBack}>{t('intake.back')}</Button>
          <Button tone="primary" type="submit" shortcut={KEYS.primary} isBusy={takeIn.isBusy}>
            {t('intake.save')}
          </Button>
        </div>
      </form>
      <section className={styles.book}>
        <h2 className={styles.title}>{t('intake.book', { count: lines.length })}</h2>
        {lines.length === 0 && <p className={styles.soft}>{t('intake.bookEmpty')}</p>}
        <ol className={styles.lines}>
          {lines.toReversed().map(({ number, name, at }) => (
            <li key={number} className={styles.line}>
              <span className={styles.number}>{number}</span>
              <span>{name}</span>
              <span className={styles.soft}>{format.moment(at)}</span>
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}
