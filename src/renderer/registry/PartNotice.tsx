import { useTranslation } from 'react-i18next'
import { api } from '../api'
import { Notice } from '../ui/Notice'
import { useCall } from '../use-call'

/** Said where nobody was found: this desk holds some villages only, so that says nothing of the others. Nothing where it holds them all. */
export function PartNotice() {
  const { t } = useTranslation()
  const { value: state } = useCall(api.registry.state, {})
  if (state?.kind !== 'ready' || state.onlyVillages === null) return null
  return (
    <Notice title={t('registry.part.title')}>
      <p>{t('registry.part.teach', { count: state.onlyVillages })}</p>
    </Notice>
  )
}
