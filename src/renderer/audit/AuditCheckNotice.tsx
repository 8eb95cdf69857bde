import { useTranslation } from 'react-i18next'
import type { AuditCheck } from '#shared/audit/audit.contract'
import { useFormat } from '../text/use-format'
import { Notice } from '../ui/Notice'

/** What going through the whole chain has shown. */
export function AuditCheckNotice({ check: { lines, sealedTo, trouble } }: { check: AuditCheck }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (!trouble) return <Notice tone="good" title={t('audit.whole', { count: lines, sealedTo: format.number(sealedTo) })} />
  return (
    <Notice tone="bad" title={t('audit.notWhole', { n: format.number(trouble.n) })}>
      <p>{t(`audit.${trouble.kind}`)}</p>
    </Notice>
  )
}
