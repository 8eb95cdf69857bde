import { useTranslation } from 'react-i18next'
import { formatPhone } from '#shared/residents/phone'
import type { Address } from '#shared/residents/resident'
import type { ResidentCard } from '#shared/residents/residents.contract'
import { AreaWords } from '../areas/AreaWords'
import { useFormat } from '../text/use-format'
import { Chip } from '../ui/Chip'
import { Facts } from '../ui/Facts'
import { groupNik } from '../ui/NikField'

const oneLine = ({ line, rt, rw }: Address, areaLine: string): string =>
  [line, rt && `RT ${rt}`, rw && `RW ${rw}`, areaLine].filter(Boolean).join(', ')

const Domicile = ({ address }: { address: Address }) => (
  <>
    {oneLine(address, '')} {address.villageCode && <AreaWords code={address.villageCode} />}
  </>
)

/** What is known of a person, in the order in which it is asked. */
export function ResidentFacts({ card }: { card: ResidentCard }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { resident, areaLine } = card
  const birth =
    resident.birthDate && t('ui.dateEchoAge', { date: format.date(resident.birthDate), count: format.age(resident.birthDate) ?? 0 })
  return (
    <Facts
      facts={[
        ...(resident.presence
          ? [
              [
                t('residents.presence'),
                <Chip key="presence" tone="bad">
                  {t(`codes.presence.${resident.presence}`)}
                </Chip>
              ] as const
            ]
          : []),
        [
          t('residents.nik'),
          resident.nik
            ? groupNik(resident.nik)
            : `${resident.provisionalId ?? ''} (${t(`codes.noNikReason.${resident.noNikReason ?? 'other'}`)})`
        ],
        [t('residents.kk'), card.family?.kk ? groupNik(card.family.kk) : t('residents.unknown')],
        [t('residents.sex'), t(`codes.sex.${resident.sex}`)],
        [t('residents.birth'), [resident.birthPlace, birth].filter(Boolean).join(', ') || t('residents.unknown')],
        [
          t('residents.address'),
          <>
            {oneLine(resident.address, areaLine)} {card.isOutsideDistrict && <Chip tone="attention">{t('residents.outsideDistrict')}</Chip>}
          </>
        ],
        ...(resident.domicile ? [[t('residents.domicile'), <Domicile key="domicile" address={resident.domicile} />] as const] : []),
        [
          t('residents.phone'),
          resident.phone
            ? [formatPhone(resident.phone), resident.phoneOwner && t(`codes.phoneOwner.${resident.phoneOwner}`)].filter(Boolean).join(' · ')
            : t('residents.noPhone')
        ],
        ...(resident.religion ? [[t('residents.religion'), t(`codes.religion.${resident.religion}`)] as const] : []),
        ...(resident.maritalStatus ? [[t('residents.maritalStatus'), t(`codes.maritalStatus.${resident.maritalStatus}`)] as const] : []),
        ...(resident.occupation ? [[t('residents.occupation'), resident.occupation] as const] : []),
        ...(resident.motherName ? [[t('residents.motherName'), resident.motherName] as const] : []),
        ...(resident.note ? [[t('residents.note'), resident.note] as const] : [])
      ]}
    />
  )
}
