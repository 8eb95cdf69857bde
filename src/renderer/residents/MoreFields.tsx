import { useTranslation } from 'react-i18next'
import { MARITAL_STATUSES, PRESENCES, RELIGIONS } from '#shared/residents/resident'
import { FormSelect, FormText } from './FormText'
import styles from './ResidentForm.module.css'
import type { Fields } from './use-resident-form'

/** What letters and programmes ask for besides; all of it may stay empty at the counter. */
export function MoreFields({ fields, isKnown }: { fields: Fields; isKnown: boolean }) {
  const { t } = useTranslation()
  return (
    <div className={styles.fields}>
      <div className={styles.pair}>
        <FormSelect
          fields={fields}
          name="religion"
          label={t('residents.religion')}
          codes={RELIGIONS}
          wordOf={code => t(`codes.religion.${code}`)}
          isClearable
        />
        <FormSelect
          fields={fields}
          name="maritalStatus"
          label={t('residents.maritalStatus')}
          codes={MARITAL_STATUSES}
          wordOf={code => t(`codes.maritalStatus.${code}`)}
          isClearable
        />
      </div>
      <div className={styles.pair}>
        <FormText fields={fields} name="occupation" label={t('residents.occupation')} />
        <FormText fields={fields} name="motherName" label={t('residents.motherName')} />
      </div>
      {isKnown && (
        <FormSelect
          fields={fields}
          name="presence"
          label={t('residents.presence')}
          placeholder={t('residents.presenceHere')}
          codes={PRESENCES}
          wordOf={code => t(`codes.presence.${code}`)}
          isClearable
        />
      )}
      <FormText fields={fields} name="note" label={t('residents.note')} maxLength={500} />
    </div>
  )
}
