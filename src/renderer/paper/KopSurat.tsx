import type { Letterhead } from '#shared/paper/sheet'
import { numbered } from './numbered'

/** The head of the office's paper, closed by a thick and a thin rule. */
export function KopSurat({ letterhead }: { letterhead: Letterhead }) {
  const [government, ...agency] = letterhead.lines
  const contact = [
    letterhead.phone && `Telepon ${letterhead.phone}`,
    letterhead.website && `Laman ${letterhead.website}`,
    letterhead.email && `Pos-el ${letterhead.email}`
  ]
    .filter(Boolean)
    .join(', ')
  return (
    <header className={letterhead.logo ? 'kop has-logo' : 'kop'}>
      {letterhead.logo && <img className="kop-logo" src={letterhead.logo} alt="" />}
      <div className="kop-text">
        <p className="kop-government">{government}</p>
        {numbered(agency).map(({ key, item: line }) => (
          <p key={key} className="kop-line">
            {line}
          </p>
        ))}
        <p className="kop-address">
          {letterhead.address}
          {letterhead.postcode && ` ${letterhead.postcode}`}
        </p>
        {contact && <p className="kop-address">{contact}</p>}
      </div>
    </header>
  )
}
