import { formatDate } from '#shared/local-date-input'
import type { TicketSheet } from '#shared/paper/sheet'
import './ticket.css'

/** The number a visitor waits with, on the 80 mm roll. */
export function TicketSheetView({ sheet }: { sheet: TicketSheet }) {
  return (
    <article className="ticket">
      <p className="ticket-office">{sheet.office}</p>
      <p className="ticket-label">Nomor antrean</p>
      <p className="ticket-number">{sheet.ticket}</p>
      <p className="ticket-lane">{sheet.lane === 'vulnerable' ? 'LAYANAN PRIORITAS' : 'LAYANAN UMUM'}</p>
      {sheet.purpose && <p className="ticket-purpose">{sheet.purpose}</p>}
      <p>
        {formatDate(sheet.takenOn, 'id')}, {sheet.takenAt}
      </p>
      {sheet.waitingBefore !== null && (
        <p>
          {sheet.waitingBefore === 0 ? 'Bapak/Ibu berikutnya yang dilayani.' : `Menunggu sebelum Bapak/Ibu: ${sheet.waitingBefore} orang`}
        </p>
      )}
      <p className="ticket-foot">Silakan duduk. Kami panggil nomor Bapak/Ibu. Layanan tidak dipungut biaya.</p>
    </article>
  )
}
