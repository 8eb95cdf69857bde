import { formatDate } from '#shared/local-date-input'
import type { ChecklistSheet } from '#shared/paper/sheet'
import { KopSurat } from './KopSurat'
import './desk-paper.css'
import { numbered } from './numbered'

/** Steps with a box for each, to be worked off with a pen. */
export function ChecklistSheetView({ sheet }: { sheet: ChecklistSheet }) {
  return (
    <article className="desk-paper information">
      <KopSurat letterhead={sheet.letterhead} />
      <h1>{sheet.title}</h1>
      <div className="desk-next">
        {sheet.facts.map(({ name, value }) => (
          <p key={name}>
            <strong>{name}: </strong>
            {value}
          </p>
        ))}
      </div>
      <h2>Langkah demi langkah</h2>
      <ul className="desk-list">
        {numbered(sheet.steps).map(({ key, item: step }) => (
          <li key={key}>
            <span className="desk-mark" />
            <span>{step}</span>
          </li>
        ))}
      </ul>
      <p className="desk-contact">
        Pertanyaan: {sheet.contact}. Dicetak {formatDate(sheet.printedOn, 'id')}.
      </p>
    </article>
  )
}
