import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addressLine } from '#shared/residents/address-line'
import { formatPhone } from '#shared/residents/phone'
import type { Address, Resident } from '#shared/residents/resident'
import type { ResidentCard } from '#shared/residents/residents.contract'
import { AreaWords } from '../areas/AreaWords'
import { useFormat } from '../text/use-format'
import { Chip } from '../ui/Chip'
import { Facts } from '../ui/Facts'
import { groupNik } from '../ui/NikField'

const PlaceWords = ({ address }: { address: Address }) => (
  <>
    {addressLine(address)}
    {address.villageCode && (
      <>
        , <AreaWords code={address.villageCode} />
      </>
    )}
  </>
)

type Fact = { of: readonly (keyof Resident)[]; name: string; value: ReactNode; isLeftOut?: boolean }

function useFacts(resident: Resident, { address }: { address: ReactNode }): Fact[] {
  const { t } = useTranslation()
  const format = useFormat()
  const birth = resident.birthDate && t('ui.dateEchoAge', { date: format.date(resident.birthDate), age: format.age(resident.birthDate) })
  return [
    {
      of: ['presence'],
      name: t('residents.presence'),
      value: resident.presence && <Chip tone="bad">{t(`codes.presence.${resident.presence}`)}</Chip>,
      isLeftOut: !resident.presence
    },
    {
      of: ['nik', 'noNikReason', 'nikOverrideReason'],
      name: t('residents.nik'),
      value: resident.nik
        ? groupNik(resident.nik)
        : `${resident.provisionalId ?? ''} (${t(`codes.noNikReason.${resident.noNikReason ?? 'other'}`)})`
    },
    { of: ['sex'], name: t('residents.sex'), value: t(`codes.sex.${resident.sex}`) },
    { of: ['birthPlace', 'birthDate'], name: t('residents.birth'), value: [resident.birthPlace, birth].filter(Boolean).join(', ') },
    { of: ['address'], name: t('residents.address'), value: address },
    {
      of: ['domicile'],
      name: t('residents.domicile'),
      value: resident.domicile && <PlaceWords address={resident.domicile} />,
      isLeftOut: !resident.domicile
    },
    {
      of: ['phone', 'phoneOwner'],
      name: t('residents.phone'),
      value: resident.phone
        ? [formatPhone(resident.phone), resident.phoneOwner && t(`codes.phoneOwner.${resident.phoneOwner}`)].filter(Boolean).join(' · ')
        : t('residents.noPhone')
    },
    {
      of: ['religion'],
      name: t('residents.religion'),
      value: resident.religion && t(`codes.religion.${resident.religion}`),
      isLeftOut: !resident.religion
    },
    {
      of: ['maritalStatus'],
      name: t('residents.maritalStatus'),
      value: resident.maritalStatus && t(`codes.maritalStatus.${resident.maritalStatus}`),
      isLeftOut: !resident.maritalStatus
    },
    { of: ['occupation'], name: t('residents.occupation'), value: resident.occupation, isLeftOut: !resident.occupation },
    { of: ['motherName'], name: t('residents.motherName'), value: resident.motherName, isLeftOut: !resident.motherName },
    { of: ['note'], name: t('residents.note'), value: resident.note, isLeftOut: !resident.note }
  ]
}

/** What is known of a person, in the order in which it is asked. */
export function ResidentFacts({ card }: { card: ResidentCard }) {
  const { t } = useTranslation()
  const { resident, areaLine } = card
  const address = (
    <>
      {addressLine(resident.address, areaLine)} {card.isOutsideDistrict && <Chip tone="attention">{t('residents.outsideDistrict')}</Chip>}
    </>
  )
  const facts = useFacts(resident, { address }).filter(fact => !fact.isLeftOut)
  const kk = [t('residents.kk'), card.family?.kk ? groupNik(card.family.kk) : t('residents.unknown')] as const
  return (
    <Facts
      facts={facts.flatMap(({ of, name, value }) => {
        const fact = [name, value || t('residents.unknown')] as const
        return of.includes('nik') ? [fact, kk] : [fact]
      })}
    />
  )
}

/** What stands in some fields of a record now. */
export function FactsNow({ resident, fields }: { resident: Resident; fields: readonly (keyof Resident)[] }) {
  const { t } = useTranslation()
  const facts = useFacts(resident, { address: <PlaceWords address={resident.address} /> })
  const asked = facts.filter(fact => fact.of.some(field => fields.includes(field)))
  return (
    <Facts
      facts={[
        ...(fields.includes('name') ? [[t('residents.name'), resident.name] as const] : []),
        ...asked.map(({ name, value }) => [name, value || t('residents.unknown')] as const)
      ]}
    />
  )
}
