import { useTranslation } from 'react-i18next'
import { COLUMN_TARGETS, type ColumnTarget } from '#shared/registry/import-columns'
import type { ListPreview } from '#shared/registry/list-preview'
import { SelectField } from '../ui/SelectField'
import { type Meanings, withMeaning } from './column-choice'
import styles from './ExtractsScreen.module.css'

type ColumnFieldsProps = { look: ListPreview; meanings: Meanings; onChange: (meanings: Meanings) => void }

/** Each column of a list with what stands in it, and what it is read as. A column without a header can only stay what was guessed. */
export function ColumnFields({ look, meanings, onChange }: ColumnFieldsProps) {
  const { t } = useTranslation()
  const options = COLUMN_TARGETS.map(target => ({ value: target, label: t(`extracts.column.${target}`) }))
  const keys = keysOf(look.header)
  return (
    <div className={styles.fields}>
      {look.header.map((name, column) => (
        <SelectField<ColumnTarget>
          key={keys[column]}
          label={name || t('extracts.noHeader', { n: column + 1 })}
          hint={look.examples[column]?.join(' · ') || '–'}
          placeholder={t('extracts.unused')}
          isClearable
          isDisabled={name === '' && meanings[column] === null}
          options={options}
          value={meanings[column] ?? null}
          onChange={target => onChange(withMeaning(meanings, column, target))}
        />
      ))}
    </div>
  )
}

/** Two columns may be called the same. */
const keysOf = (header: readonly string[]): string[] =>
  header.map((name, at) => `${name} ${header.slice(0, at).filter(other => other === name).length}`)
