import { useTranslation } from 'react-i18next'
import { AreaPicker } from '../areas/AreaPicker'
import { TextField } from '../ui/Field'
import styles from './SearchFilters.module.css'
import { readBorn, type TypedFilter } from './search-filter'

/** What narrows a search for people: the village, when somebody was born, who heads the family. */
export function SearchFilters({ typed, onType }: { typed: TypedFilter; onType: (typed: TypedFilter) => void }) {
  const { t } = useTranslation()
  return (
    <fieldset className={styles.filters} aria-label={t('search.filter')}>
      <AreaPicker
        label={t('search.filterVillage')}
        value={typed.villageCode}
        onChange={villageCode => onType({ ...typed, villageCode })}
        isOptional
      />
      <TextField
        label={t('search.filterBorn')}
        placeholder={t('search.filterBornHint')}
        isOptional
        inputMode="numeric"
        maxLength={4}
        error={readBorn(typed.born) ? undefined : t('search.filterBornWrong')}
        value={typed.born}
        onChange={event => onType({ ...typed, born: event.currentTarget.value })}
      />
      <TextField
        label={t('search.filterHead')}
        isOptional
        maxLength={100}
        value={typed.head}
        onChange={event => onType({ ...typed, head: event.currentTarget.value })}
      />
    </fieldset>
  )
}
