import { useTranslation } from 'react-i18next'
import { formatPhone } from '#shared/residents/phone'
import type { Resident } from '#shared/residents/resident'
import type { TakenOver } from '#shared/residents/taken-over'
import { useFormat } from '../text/use-format'
import choice from '../ui/Choice.module.css'
import { Checkbox } from '../ui/Field'

type TakeOverChoiceProps = {
  goes: Resident
  lacked: readonly TakenOver[]
  left: ReadonlySet<TakenOver>
  onLeave: (field: TakenOver, isLeft: boolean) => void
}

/** What only the record that goes knows: all of it is taken over unless somebody leaves it. */
export function TakeOverChoice({ goes, lacked, left, onLeave }: TakeOverChoiceProps) {
  const { t } = useTranslation()
  const says = useSays(goes)
  return (
    <fieldset className={choice.set}>
      <legend className={choice.legend}>{t('residents.mergeTake')}</legend>
      {lacked.map(field => (
        <Checkbox
          key={field}
          label={`${t(`residents.takenOver.${field}`)}: ${says(field)}`}
          checked={!left.has(field)}
          onChange={event => onLeave(field, !event.currentTarget.checked)}
        />
      ))}
    </fieldset>
  )
}

function useSays(goes: Resident): (field: TakenOver) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return field => {
    if (field === 'birthDate') return goes.birthDate ? format.date(goes.birthDate) : ''
    if (field === 'phone') return goes.phone ? formatPhone(goes.phone) : ''
    if (field === 'domicile') return goes.domicile?.line ?? ''
    if (field === 'religion') return goes.religion ? t(`codes.religion.${goes.religion}`) : ''
    if (field === 'maritalStatus') return goes.maritalStatus ? t(`codes.maritalStatus.${goes.maritalStatus}`) : ''
    return goes[field] ?? ''
  }
}
