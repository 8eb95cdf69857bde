import { formatDate } from '#shared/local-date-input'
import type { InformationSheet } from '#shared/paper/sheet'
import { KopSurat } from './KopSurat'
import './desk-paper.css'
import { numbered } from './numbered'

/** What a service asks for, in plain words, for a resident to take home. */
export function InformationSheetView({ sheet }: { sheet: InformationSheet }) {
  return (
    <article className="desk-paper information">
      <KopSurat letterhead={sheet.letterhead} />
      <h1>{sheet.service}</h1>
      {sheet.summary && <p>{sheet.summary}</p>}
      <h2>Yang perlu dibawa</h2>
      <ul className="desk-list">
        {numbered(sheet.requirements).map(({ key, item }) => (
          <li key={key}>
            <span className="desk-mark" />
            <span>
              {item.name}
              {!item.isMandatory && ' (bila ada)'}
              {item.note && <span className="desk-note">{` — ${item.note}`}</span>}
            </span>
          </li>
        ))}
      </ul>
      {sheet.steps.length > 0 && (
        <>
          <h2>Urutan pelayanan</h2>
          <ol className="desk-steps">
            {numbered(sheet.steps).map(({ key, item: step }) => (
              <li key={key}>{step}</li>
            ))}
          </ol>
        </>
      )}
      <div className="desk-next">
        <p>
          <strong>Biaya: </strong>tidak dipungut biaya
        </p>
        {sheet.duration && (
          <p>
            <strong>Waktu penyelesaian: </strong>
            {sheet.duration}
          </p>
        )}
        <p>
          <strong>Tempat: </strong>
          {sheet.place}
        </p>
        {sheet.hours && (
          <p>
            <strong>Jam pelayanan: </strong>
            {sheet.hours}
          </p>
        )}
      </div>
      <p className="desk-contact">
        Pertanyaan: {sheet.contact}. Dicetak {formatDate(sheet.printedOn, 'id')}.
      </p>
    </article>
  )
}
