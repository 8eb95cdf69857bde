import { useTranslation } from 'react-i18next'
import type { LetterLine, RegisterView } from '#shared/letters/letters.contract'
import { initials } from '#shared/paper/initials'
import { LetterNumber } from '../paper/LetterNumber'
import { useFormat } from '../text/use-format'
import { LetterState } from './LetterState'
import { letterTypeOf } from './letter-values'
import styles from './RegisterScreen.module.css'

type Row = { sequence: number; letter: LetterLine | null }

/** The numbers of a book in their order, newest first; a number that no letter carries says so. */
export function RegisterTable({ view, onOpen }: { view: RegisterView; onOpen: (letterId: string) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const rows: Row[] = [
    ...view.letters.map(letter => ({ sequence: letter.sequence, letter })),
    ...view.unused.map(sequence => ({ sequence, letter: null }))
  ].sort((a, b) => b.sequence - a.sequence)
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('letters.sequence')}</th>
          <th scope="col">{t('letters.number')}</th>
          <th scope="col">{t('letters.issuedOn')}</th>
          <th scope="col">{t('letters.type')}</th>
          <th scope="col">{t('letters.about')}</th>
          <th scope="col">{t('letters.addressee')}</th>
          <th scope="col">{t('letters.status')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ sequence, letter }) => {
          const type = letter && letterTypeOf(letter.type)
          return letter ? (
            <tr key={sequence} className={letter.status === 'void' ? styles.void : undefined}>
              <td>{sequence}</td>
              <td>
                <button type="button" className={styles.number} onClick={() => onOpen(letter.id)}>
                  <LetterNumber number={letter.number} />
                </button>
              </td>
              <td className={styles.day}>{format.date(letter.issuedOn)}</td>
              <td>{type ? t(`codes.letterType.${type}`) : letter.type}</td>
              <td>{initials(letter.residentName)}</td>
              <td>{letter.addressee || t('letters.toResident')}</td>
              <td>
                <LetterState letter={letter} />
                {letter.voidReason && <div className={styles.reason}>{letter.voidReason}</div>}
              </td>
            </tr>
          ) : (
            <tr key={sequence} className={styles.gap}>
              <td>{sequence}</td>
              <td colSpan={6}>{t('letters.gap')}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
