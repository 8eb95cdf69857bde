import { useTranslation } from 'react-i18next'
import { formatPhone } from '#shared/residents/phone'
import type { ResidentCard } from '#shared/residents/residents.contract'
import { useFormat } from '../text/use-format'
import { groupNik } from '../ui/NikField'
import styles from './QualityScreen.module.css'

const FIELDS = ['name', 'nik', 'kk', 'birth', 'sex', 'address', 'mother', 'phone'] as const
type Values = Record<(typeof FIELDS)[number], string>

/** Both records line by line; what differs is marked, in colour and in a word for who does not see it. */
export function PairTable({ one, other }: { one: ResidentCard; other: ResidentCard }) {
  const { t } = useTranslation()
  const format = useFormat()
  const valuesOf = ({ resident, family, areaLine }: ResidentCard): Values => ({
    name: resident.name,
    nik: resident.nik ? groupNik(resident.nik) : (resident.provisionalId ?? t('search.noNik')),
    kk: family?.kk ? groupNik(family.kk) : '–',
    birth: [resident.birthPlace, resident.birthDate ? format.date(resident.birthDate) : t('residents.noBirthDate')]
      .filter(Boolean)
      .join(resident.birthDate ? ', ' : ' · '),
    sex: t(`codes.sex.${resident.sex}`),
    address: [resident.address.line, areaLine].filter(Boolean).join(', '),
    mother: resident.motherName ?? '–',
    phone: resident.phone ? formatPhone(resident.phone) : '–'
  })
  const [left, right] = [valuesOf(one), valuesOf(other)]
  return (
    <table className={styles.compare}>
      <thead>
        <tr>
          <th scope="col">{t('quality.columns.field')}</th>
          <th scope="col">{t('quality.columns.one')}</th>
          <th scope="col">{t('quality.columns.other')}</th>
        </tr>
      </thead>
      <tbody>
        {FIELDS.map(field => {
          const differs = left[field] !== right[field]
          return (
            <tr key={field} className={differs ? styles.differs : undefined}>
              <th scope="row">
                {t(`quality.field.${field}`)}
                {differs && <span className={styles.hidden}>{` ${t('quality.differs')}`}</span>}
              </th>
              <td>{left[field]}</td>
              <td>{right[field]}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
