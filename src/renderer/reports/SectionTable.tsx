import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { figureText, type ReportSection } from '#shared/reports/month-report'
import { asLanguage } from '../text/use-format'
import styles from './ReportScreen.module.css'

/** One table of the report; a section in which nothing was counted says so. */
export function SectionTable({ section: { title, of, columns, rows, total } }: { section: ReportSection }) {
  const { t, i18n } = useTranslation()
  const language = asLanguage(i18n.language)
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {rows.length === 0 ? (
        <p className={styles.none}>{t('reports.none')}</p>
      ) : (
        <table className={styles.table} aria-labelledby={id}>
          <thead>
            <tr>
              {[of, ...columns].map(column => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(total ? [...rows, total] : rows).map(row => (
              <tr key={row.key} className={row === total ? styles.total : undefined}>
                <th scope="row">{row.name}</th>
                {row.figures.map((figure, at) => (
                  <td key={columns[at]}>{figureText(figure, language)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
