import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseTypedDate } from '#shared/local-date-input'
import { dayForBirths } from '#shared/office/pc-clock'
import { normalizeDigits } from '#shared/residents/nik'
import type { PossibleDuplicate } from '#shared/residents/residents.contract'
import { useSession } from '../session'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Chip } from '../ui/Chip'
import { Dialog } from '../ui/Dialog'
import styles from './DuplicatesDialog.module.css'
import { NikBeside } from './NikBeside'
import type { ResidentValues } from './resident-values'

type DuplicatesDialogProps = {
  typed: ResidentValues
  candidates: readonly PossibleDuplicate[]
  /** One of them is this very person: of somebody new the known record is used, of a known one the two are one person. */
  onThis: (residentId: string) => void
  /** Every one of them was answered about. */
  onAnswered: (answers: Answers) => void
  onClose: () => void
}
export type Answers = { differentFrom: string[]; unsureOf: string[] }
type Answer = 'different' | 'unsure'

/** Somebody similar is known: both side by side with the evidence. Only the officer, asking the person, can tell: no answer is the ready one, and no key gives one unread. */
export function DuplicatesDialog({ typed, candidates, onThis, onAnswered, onClose }: DuplicatesDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const today = dayForBirths(useSession().today)
  const [given, setGiven] = useState<Readonly<Record<string, Answer>>>({})
  const isOne = candidates.length === 1
  const finish = (all: Readonly<Record<string, Answer>>) => {
    const answeredBy = (answer: Answer) => candidates.map(one => one.residentId).filter(id => all[id] === answer)
    onAnswered({ differentFrom: answeredBy('different'), unsureOf: answeredBy('unsure') })
  }
  const answer = (residentId: string, said: Answer) => {
    const all = { ...given, [residentId]: said }
    setGiven(all)
    if (candidates.every(one => all[one.residentId])) finish(all)
  }
  const nik = normalizeDigits(typed.nik)
  const birth = parseTypedDate(typed.birthDate, today, { past: true })
  return (
    <Dialog
      title={t('residents.duplicatesTitle', { name: typed.name.trim() })}
      width={960}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('residents.lookAgain')}</Button>
          {!isOne && (
            <Button
              onClick={() => finish(Object.fromEntries(candidates.map(one => [one.residentId, given[one.residentId] ?? 'different'])))}
            >
              {t('residents.otherThanAll')}
            </Button>
          )}
        </>
      }
    >
      <p>{t('residents.duplicatesTeach')}</p>
      <div className={styles.sides}>
        <section className={styles.side}>
          <h3 className={styles.head}>{t('residents.youTyped')}</h3>
          <p className={styles.name}>{typed.name.trim()}</p>
          <p>{nik ? <NikBeside nik={nik} other={isOne ? (candidates[0]?.nikMasked ?? null) : null} /> : t('search.noNik')}</p>
          <p>{birth.ok ? format.date(birth.value) : t('residents.noBirthDate')}</p>
          <p>{typed.addressLine}</p>
        </section>
        <div className={styles.known}>
          {candidates.map(one => (
            <section key={one.residentId} className={styles.side}>
              <h3 className={styles.head}>{t('residents.alreadyKnown')}</h3>
              <p className={styles.name}>{one.name}</p>
              <p>{one.nikMasked ? <NikBeside nik={one.nikMasked} other={nik} /> : t('search.noNik')}</p>
              <p>{one.birthDate ? format.date(one.birthDate) : t('residents.noBirthDate')}</p>
              <p>{one.areaLine}</p>
              <p className={styles.score}>{t('residents.likeness', { score: Math.round(one.score * 100) })}</p>
              <p className={styles.evidence}>
                {one.evidence.map(code => (
                  <Chip key={code} tone="attention">
                    {t(`codes.evidence.${code}`)}
                  </Chip>
                ))}
                {one.doubts.map(code => (
                  <Chip key={code}>{t(`codes.doubt.${code}`)}</Chip>
                ))}
              </p>
              <div className={styles.answers}>
                <Button onClick={() => onThis(one.residentId)}>{t('residents.thisPerson')}</Button>
                <Button aria-pressed={given[one.residentId] === 'different'} onClick={() => answer(one.residentId, 'different')}>
                  {t('residents.otherPerson')}
                </Button>
                <Button aria-pressed={given[one.residentId] === 'unsure'} onClick={() => answer(one.residentId, 'unsure')}>
                  {t('residents.notSure')}
                </Button>
              </div>
            </section>
          ))}
        </div>
      </div>
    </Dialog>
  )
}
