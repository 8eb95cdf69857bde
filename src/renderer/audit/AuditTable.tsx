import { useTranslation } from 'react-i18next'
import type { AuditRow } from '#shared/audit/audit.contract'
import { AUDIT_NOTES } from '#shared/audit/audit-line'
import { SUBJECT_PURPOSES } from '#shared/audit/subject-purposes'
import { codeWord } from '../text/code-word'
import { refusalWord } from '../text/refusal-word'
import { useFormat } from '../text/use-format'
import { Chip } from '../ui/Chip'
import styles from './AuditScreen.module.css'

/** The lines of the access log; of people it shows initials, never a name. */
export function AuditTable({ rows }: { rows: readonly AuditRow[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('audit.when')}</th>
          <th scope="col">{t('audit.officer')}</th>
          <th scope="col">{t('audit.what')}</th>
          <th scope="col">{t('audit.whose')}</th>
          <th scope="col">{t('audit.why')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.n}>
            <td className={styles.when}>{format.moment(row.at)}</td>
            <td className={styles.who}>
              {row.officerName ?? t(row.call ? 'audit.nobody' : 'audit.program')}
              {row.secondName && <span className={styles.soft}>{t('audit.withSecond', { name: row.secondName })}</span>}
            </td>
            <td>
              <What row={row} />
            </td>
            <td>
              <Whose row={row} />
            </td>
            <td>{why(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )

  function why({ ticket, purpose }: AuditRow): string {
    const asked = SUBJECT_PURPOSES.find(one => one === purpose)
    if (asked) return t(`subjects.purposes.${asked}`)
    if (ticket) return t('audit.inVisit', { ticket })
    return purpose ? t(purpose === 'visit' ? 'audit.visit' : 'audit.lookUp') : ''
  }
}

function What({ row }: { row: AuditRow }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const subject = row.call ? codeWord('feature', row.call.split('.')[0] ?? '', i18n.language) : null
  const jump = row.by && t(row.by > 0 ? 'audit.clockAhead' : 'audit.clockBack', { span: format.span(Math.abs(row.by)) })
  return (
    <>
      {jump || [t(`codes.auditKind.${row.kind}`), subject].filter(Boolean).join(' · ')}
      {row.count !== undefined && (
        <span className={styles.soft}>{t(row.outcome === 'lines-gone' ? 'audit.linesGone' : 'audit.cameBack', { count: row.count })}</span>
      )}
      {row.outcome !== 'ok' && (
        <div>
          <Chip tone="attention">{outcome()}</Chip>
        </div>
      )}
    </>
  )

  function outcome(): string {
    const note = AUDIT_NOTES.find(one => one === row.outcome)
    if (note) return t(`codes.auditNote.${note}`)
    const why = refusalWord(row.outcome, i18n.language)
    return why === undefined ? t('audit.refusedAs') : t('audit.refused', { why })
  }
}

function Whose({ row }: { row: AuditRow }) {
  const { t } = useTranslation()
  return (
    <>
      {row.records.map(({ entity, title }) => `${t(`codes.entity.${entity}`)} ${title}`).join(', ')}
      {row.more > 0 && <span className={styles.soft}>{t('audit.andMore', { count: row.more })}</span>}
    </>
  )
}
