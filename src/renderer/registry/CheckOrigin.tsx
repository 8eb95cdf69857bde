import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegistryCheck } from '#shared/registry/registry'
import { lookedOn } from '#shared/registry/seen'
import { useSession } from '../session'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { PictureDialog } from './PictureDialog'

/** Where an answer comes from: source, period, when it was drawn and looked at, and how old it is. */
export function CheckOrigin({ check, daysOld }: { check: RegistryCheck; daysOld?: number | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { office } = useSession()
  const [isShown, setShown] = useState(false)
  const isExtract = check.method === 'extract'
  const parts = [
    `${t(`registry.source.${check.source}`)} ${check.period}`,
    isExtract && check.asOf && t('registry.takenOn', { on: format.date(check.asOf) }),
    t(isExtract ? 'registry.checkedExtract' : 'registry.checkedManual', { on: format.date(lookedOn(check, office.timeZone)) }),
    daysOld === 0 && t('registry.runningPeriod'),
    daysOld && t('registry.age', { days: format.days(daysOld) })
  ]
  return (
    <>
      {parts.filter(Boolean).join(', ')}
      {check.screenshot && (
        <Button tone="plain" onClick={() => setShown(true)}>
          {t('registry.pictureShow')}
        </Button>
      )}
      {isShown && <PictureDialog checkId={check.id} onClose={() => setShown(false)} />}
    </>
  )
}
