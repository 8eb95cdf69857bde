import { useTranslation } from 'react-i18next'
import { Screen } from './Screen'

/** Stands in for a screen that is being written. */
export function Placeholder({ title }: { title: string }) {
  const { t } = useTranslation()
  return <Screen title={title}>{t('visits.pending')}</Screen>
}
