import { formatDate } from '#shared/local-date-input'
import type { ReportSheet } from '#shared/paper/sheet'
import { KopSurat } from './KopSurat'
import './desk-paper.css'
import { numbered } from './numbered'

type Section = ReportSheet['sections'][number]

function SectionTable({ section: { title, columns, rows, total } }: { section: Section }) {
  const [of, ...figures] = numbered(columns)
  return (
    <>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p className="desk-empty">Tidak ada.</p>
      ) : (
        <table className="register-table report-table">
          <thead>
            <tr>
              <th scope="col">{of?.item}</th>
              {figures.map(({ key, item }) => (
                <th key={key} scope="col">
                  {item}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {numbered(total ? [...rows, total] : rows).map(({ key, item: row }) => (
              <tr key={key} className={row === total ? 'report-total' : undefined}>
                {numbered(row).map(({ key: at, item }) => (
                  <td key={at}>{item}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

/** What the office did in a month, for its head: tables of figures, and room for two signatures. */
export function ReportSheetView({ sheet }: { sheet: ReportSheet }) {
  return (
    <article className="desk-paper register report">
      <KopSurat letterhead={sheet.letterhead} />
      <h1>LAPORAN BULANAN PELAYANAN</h1>
      <p className="desk-sub">
        {sheet.month}
        {sheet.soFarOn && ` (sampai ${formatDate(sheet.soFarOn, 'id')})`}
        {sheet.desks.length > 0 && ` · Loket ${sheet.desks.join(', ')}`}
      </p>
      {numbered(sheet.sections).map(({ key, item }) => (
        <SectionTable key={key} section={item} />
      ))}
      <p className="desk-contact">{sheet.notes.join(' ')}</p>
      <div className="desk-signatures">
        <p>Mengetahui,</p>
        <p>
          {sheet.place}, {formatDate(sheet.printedOn, 'id')}
          <br />
          Pembuat laporan,
        </p>
        <p>(…………………………………)</p>
        <p>{sheet.printedBy}</p>
      </div>
    </article>
  )
}
