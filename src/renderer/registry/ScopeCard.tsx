import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServedVillage } from '#shared/registry/extracts.contract'
import { api } from '../api'
import { useMay } from '../session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Notice } from '../ui/Notice'
import styles from './ExtractsScreen.module.css'
import { ScopeDialog } from './ScopeDialog'

/** Whether this desk holds what the district hands out of all its villages, or of those it serves alone. */
export function ScopeCard({ served }: { served: ServedVillage[] | null }) {
  const { t } = useTranslation()
  const may = useMay()
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
          {missing.length > 0 && (
            <Notice
              tone="attention"
              title={t('extracts.scope.missing', { villages: missing.map(({ areaLine }) => areaLine).join('; ') })}
            />
          )}
        </div>
        {may(api.extracts.serve) && (
          <Button tone="plain" onClick={() => setChoosing(true)}>
            {t('extracts.scope.change')}
          </Button>
        )}
      </div>
      {isChoosing && <ScopeDialog served={served} onClose={() => setChoosing(false)} />}
    </Card>
  )
}
