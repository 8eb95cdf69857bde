import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HeldExtracts } from '#shared/registry/extracts.contract'
import { api } from '../api'
import { useMay } from '../session'
import { type Format, useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Notice } from '../ui/Notice'
import styles from './ExtractsScreen.module.css'
import { ScopeDialog } from './ScopeDialog'

/** Whether this desk holds what the district hands out of all its villages, or of those it serves alone. */
export function ScopeCard({ served, servedBy }: Pick<HeldExtracts, 'served' | 'servedBy'>) {
  const { t } = useTranslation()
  const may = useMay()
  const format = useFormat()
  const [isChoosing, setChoosing] = useState(false)
  const missing = served?.filter(({ isMissing }) => isMissing) ?? []
  return (
    <Card title={t('extracts.scope.title')}>
      <div className={styles.edition}>
        <div className={styles.form}>
          {served?.length === 0 ? (
            <Notice tone="attention" title={t('extracts.scope.unreadable')} />
          ) : (
            <p>
              {served
                ? t('extracts.scope.villages', { villages: served.map(({ areaLine }) => areaLine).join('; ') })
                : t('extracts.scope.whole')}
            </p>
          )}
          {servedBy && <p>{saidBy(servedBy, t, format)}</p>}
          {missing.length > 0 && (
            <Notice
              tone="attention"
              title={t('extracts.scope.missing', { villages: missing.map(({ areaLine }) => areaLine).join('; ') })}
            />
          )}
        </div>
        {may(api.extracts.serve) && servedBy?.kind !== 'district' && (
          <Button tone="plain" onClick={() => setChoosing(true)}>
            {t('extracts.scope.change')}
          </Button>
        )}
      </div>
      {isChoosing && <ScopeDialog served={served} onClose={() => setChoosing(false)} />}
    </Card>
  )
}

function saidBy(by: NonNullable<HeldExtracts['servedBy']>, t: TFunction, format: Format): string {
  const on = format.dayOf(by.at)
  if (by.kind === 'district') return t('extracts.scope.byDistrict', { on })
  return by.officerName === null ? t('extracts.scope.byDesk', { on }) : t('extracts.scope.byOfficer', { name: by.officerName, on })
}
