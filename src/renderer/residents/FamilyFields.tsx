import { useTranslation } from 'react-i18next'
import { checkKk } from '#shared/residents/kk'
import { normalizeDigits } from '#shared/residents/nik'
import { RELATIONS } from '#shared/residents/resident'
import { api } from '../api'
import { Choice } from '../ui/Choice'
import { groupNik } from '../ui/NikField'
import { Notice } from '../ui/Notice'
import { useCall } from '../use-call'
import { FormSelect, FormText } from './FormText'
import { Members } from './Members'
import styles from './ResidentForm.module.css'
import type { Fields } from './use-resident-form'

/** The family card: the family that already has this number is offered with its members, never joined by itself. */
export function FamilyFields({ fields }: { fields: Fields }) {
  const { t } = useTranslation()
  const { familyKind, kk, familyId } = fields.values
  const { kk: number, blocks, warnings } = checkKk(kk)
  const isWhole = number !== undefined && blocks.length === 0
  const known = useCall(api.residents.familyByKk, { kk: number ?? '' }, { enabled: isWhole })
  const family = isWhole && known.value?.kk === number ? known.value : null
  const digits = normalizeDigits(kk)

  const choose = (kind: string, id: string) => {
    fields.put('familyKind', kind)
    fields.put('familyId', id)
    fields.left()
  }
  return (
    <div className={styles.fields}>
      <Choice
        legend={t('residents.family')}
        options={[
          { value: 'none', label: t('residents.familyNone') },
          { value: 'new', label: t('residents.familyNew') }
        ]}
        value={familyKind === '' ? 'none' : 'new'}
        onChange={kind => choose(kind === 'none' ? '' : 'new', '')}
      />
      {familyKind !== '' && (
        <>
          <FormText
            fields={fields}
            name="kk"
            label={t('residents.kk')}
            isDigits
            maxLength={40}
            isOptional
            hint={
              digits === ''
                ? t('residents.kkHint')
                : [
                    groupNik(digits),
                    isWhole ? '' : t('ui.nikCount', { count: digits.length }),
                    ...warnings.map(code => t(`codes.kkWarning.${code}`))
                  ]
                    .filter(Boolean)
                    .join(' ')
            }
            onType={() => familyKind === 'existing' && choose('new', '')}
          />
          {family && (
            <Notice tone={familyId === family.id ? 'good' : 'attention'} title={t('residents.familyKnown', { n: family.members.length })}>
              <Members members={family.members} />
              <Choice
                legend={t('residents.joinThis')}
                options={[
                  { value: 'yes', label: t('residents.joinYes') },
                  { value: 'no', label: t('residents.joinNo') }
                ]}
                value={familyId === family.id ? 'yes' : null}
                onChange={answer => (answer === 'yes' ? choose('existing', family.id) : fields.put('kk', ''))}
              />
            </Notice>
          )}
          <FormSelect
            fields={fields}
            name="relation"
            label={t('residents.relation')}
            codes={RELATIONS}
            wordOf={code => t(`codes.relation.${code}`)}
          />
        </>
      )}
    </div>
  )
}
