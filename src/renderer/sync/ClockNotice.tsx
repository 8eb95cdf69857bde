import { useTranslation } from 'react-i18next'
import { useFormat } from '../text/use-format'
import { TroubleNotice } from './TroubleNotice'

/** That this PC's clock is wrong, by how much (milliseconds, ahead when positive), and what that does to the letters. */
export function ClockNotice({ ahead }: { ahead: number | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (ahead === null) return null
  const span = format.aboutSpan(Math.abs(ahead))
  return <TroubleNotice tone="bad" says={t(ahead > 0 ? 'sync.clockAhead' : 'sync.clockBehind', { span, returnObjects: true })} />
}
