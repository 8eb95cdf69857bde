import { useTranslation } from 'react-i18next'
import { DOCUMENTS } from '#shared/proposals/proposals.contract'
import { Choice } from '../ui/Choice'
import { useDrives } from './use-drives'

/** Where a list is saved: among the documents of this PC, or on a stick. */
export function SaveToChoice({ to, onChange }: { to: string; onChange: (to: string) => void }) {
  const { t } = useTranslation()
  const drives = useDrives()
  return (
    <Choice
      legend={t('proposals.exportTo')}
      inColumn
      value={to}
      onChange={onChange}
      options={[
        { value: DOCUMENTS, label: t('proposals.documentsFolder') },
        ...drives.map(({ path, name }) => ({ value: path, label: name, more: path }))
      ]}
    />
  )
}
