import { useTranslation } from 'react-i18next'
import { parseTypedDate } from '#shared/local-date-input'
import { maskNik, normalizeDigits } from '#shared/residents/nik'
import type { PossibleDuplicate } from '#shared/residents/residents.contract'
import { KEYS } from '../keys'
import { useSession } from '../session'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Chip } from '../ui/Chip'
import { Dialog } from '../ui/Dialog'
import styles from './DuplicatesDialog.module.css'
import type { ResidentValues } from './resident-values'

type DuplicatesDialogProps = {
  typed: ResidentValues
  candidates: readonly PossibleDuplicate[]
  onThis: (residentId: string) => void
  onOther: () => void
  onClose: () => void
}

/** Somebody similar is known: both side by side with the evidence. Only the officer, asking the person, can tell. */
export function DuplicatesDialog({ typed, candidates, onThis, onOther, onClose }: DuplicatesDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { today } = useSession()
  const birth = parseTypedDate(typed.birthDate, today, { past: true })
  return (
    <Dialog
      title={t('residents.duplicatesTitle', { name: typed.name.trim() })}
      width={820}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('residents.lookAgain')}</Button>
          <Button tone="primary" shortcut={KEYS.primary} onClick={onOther}>
            {candidates.length > 1 ? t('residents.otherThanAll') : t('residents.otherPerson')}
          </Button>
        </>
      }
    >
      <p>{t('residents.duplicatesTeach')}</p>
      <div className={styles.sides}>
        <section className={styles.side}>
          <h3 className={styles.head}>{t('residents.youTyped')}</h3>
          <p className={styles.name}>{typed.name.trim()}</p>
          <p>{typed.nik.trim() ? maskNik(normalizeDigits(typed.nik)) : t('search.noNik')}</p>
          <p>{birth.ok ? format.date(birth.value) : t('residents.noBirthDate')}</p>
          <p>{typed.addressLine}</p>
        </section>
        <div className={styles.known}>
          {candidates.map(one => (
            <section key={one.residentId} className={styles.side}>
              <h3 className={styles.head}>{t('residents.alreadyKnown')}</h3>
              <p className={styles.name}>{one.name}</p>
              <p>{one.nikMasked ?? t('search.noNik')}</p>
              <p>{one.birthDate ? format.date(one.birthDate) : t('residents.noBirthDate')}</p>
              <p>{one.areaLine}</p>
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
              <Button onClick={() => onThis(one.residentId)}>{t('residents.thisPerson')}</Button>
            </section>
          ))}
        </div>
      </div>
    </Dialog>
  )
}
