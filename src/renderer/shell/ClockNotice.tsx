import { useTranslation } from 'react-i18next'
import { useFormat } from '../text/use-format'
import { Notice } from '../ui/Notice'

/** The PC's date has to be looked at before anybody works with it. */
export function ClockNotice({ today }: { today: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Notice tone="attention" title={t('shell.clockBehind', { day: format.dateLong(today) })}>
      <p>{t('shell.clockTeach')}</p>
    </Notice>
  )
}
