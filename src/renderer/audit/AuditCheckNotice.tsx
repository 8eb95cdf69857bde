import { useTranslation } from 'react-i18next'
import type { AuditCheck, AuditLoss } from '#shared/audit/audit.contract'
import { useFormat } from '../text/use-format'
import { Notice } from '../ui/Notice'

/** What going through the whole chain has shown. */
export function AuditCheckNotice({ check: { lines, sealedTo, losses, trouble } }: { check: AuditCheck }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (trouble)
    return (
      <Notice tone="bad" title={t('audit.notWhole', { n: format.number(trouble.n) })}>
        <p>{t(`audit.${trouble.kind}`)}</p>
      </Notice>
    )
  if (losses.length === 0) return <Notice tone="good" title={t('audit.whole', { count: lines, sealedTo: format.number(sealedTo) })} />
  return (
    <Notice tone="bad" title={t('audit.lost')}>
      {losses.map(loss => (
        <p key={loss.n}>{lossText(loss)}</p>
      ))}
      <p>{t('audit.lostTeach')}</p>
    </Notice>
  )

  function lossText({ n, kind, count }: AuditLoss): string {
    if (kind === 'proof-gone') return t('audit.lostProof', { n: format.number(n) })
    return count > 0 ? t('audit.lostLines', { n: format.number(n), count }) : t('audit.lostOthers', { n: format.number(n) })
  }
}
