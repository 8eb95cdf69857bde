import { IconAlertTriangle, IconCircleCheck, IconLoader2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../text/use-format'
import { cx } from './cx'
import styles from './SavedState.module.css'

export type Saved = { kind: 'nothing' } | { kind: 'saving' } | { kind: 'saved'; at: number } | { kind: 'failed' }

/** Whether what was typed is safe, in words. */
export function SavedState({ state }: { state: Saved }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (state.kind === 'nothing') return null
  const Icon = { saving: IconLoader2, saved: IconCircleCheck, failed: IconAlertTriangle }[state.kind]
  return (
    <span role="status" className={cx(styles.state, styles[state.kind])}>
      <Icon aria-hidden="true" />
      {state.kind === 'saving' && t('ui.saving')}
      {state.kind === 'saved' && t('ui.savedHere', { time: format.time(state.at) })}
      {state.kind === 'failed' && t('ui.notSaved')}
    </span>
  )
}
