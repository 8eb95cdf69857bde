import { formatDate } from '#shared/local-date-input'
import type { ReceiptSheet } from '#shared/paper/sheet'
import { KopSurat } from './KopSurat'
import { QrCode } from './QrCode'
import './desk-paper.css'
import { numbered } from './numbered'

function Items({ items, isDone, empty }: { items: ReceiptSheet['received']; isDone: boolean; empty: string }) {
  if (items.length === 0) return <p className="desk-empty">{empty}</p>
  return (
    <ul className="desk-list">
      {numbered(items).map(({ key, item }) => (
        <li key={key}>
          <span className={isDone ? 'desk-mark is-done' : 'desk-mark'} />
          <span>
            {item.name}
            {item.note && <span className="desk-note">{` — ${item.note}`}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** What the desk took in, what is still missing, and what comes next: the paper a resident goes home with. */
export function ReceiptSheetView({ sheet }: { sheet: ReceiptSheet }) {
  return (
    <article className="desk-paper">
      <KopSurat letterhead={sheet.letterhead} />
      <div className="desk-top">
        <div>
          <h1>TANDA TERIMA BERKAS</h1>
          <table className="letter-table">
            <tbody>
              {[
                ['Nomor kasus', sheet.caseNumber],
                ['Nomor antrean', sheet.ticket],
                ['Nama', sheet.residentName],
                ['Layanan', sheet.service],
                ['Diterima', `${formatDate(sheet.receivedOn, 'id')} oleh ${sheet.receivedBy}`]
              ].map(([label, value]) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td className="colon">:</td>
                  <td>{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div className="desk-code">
          <QrCode className="qr-desk" text={sheet.code} label="Kode kasus" />
          <p>{sheet.code}</p>
        </div>
      </div>
      <h2>Berkas yang sudah diterima</h2>
      <Items items={sheet.received} isDone={true} empty="Belum ada berkas yang diterima." />
      <h2>Berkas yang masih kurang</h2>
      <Items items={sheet.missing} isDone={false} empty="Tidak ada. Berkas sudah lengkap." />
      <div className="desk-next">
        <p>
          <strong>Langkah berikutnya: </strong>
          {sheet.nextStep}
        </p>
        {sheet.comeBackOn && (
          <p>
            <strong>Mohon datang kembali: </strong>
            {formatDate(sheet.comeBackOn, 'id')}
          </p>
        )}
      </div>
      <p className="desk-contact">Bawa lembar ini saat datang kembali. Pertanyaan: {sheet.contact}. Semua layanan tidak dipungut biaya.</p>
      <div className="desk-signatures">
        <p>Yang menyerahkan,</p>
        <p>Petugas,</p>
        <p>{sheet.residentName}</p>
        <p>{sheet.receivedBy}</p>
      </div>
    </article>
  )
}
