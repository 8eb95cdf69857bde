import { formatDate } from '#shared/local-date-input'
import type { RegisterRow, RegisterSheet } from '#shared/paper/sheet'
import { KopSurat } from './KopSurat'
import { LetterNumber } from './LetterNumber'
import './desk-paper.css'
import { numbered } from './numbered'

const STATUS: Record<RegisterRow['status'], string> = { issued: 'Terbit', void: 'Batal', gap: 'Tidak tercatat' }

/** The letter register (buku agenda): every number of a book, with each gap and each void explained. */
export function RegisterSheetView({ sheet }: { sheet: RegisterSheet }) {
  const count = (status: RegisterRow['status']) => sheet.rows.filter(row => row.status === status).length
  return (
    <article className="desk-paper register">
      <KopSurat letterhead={sheet.letterhead} />
      <h1>BUKU AGENDA SURAT KELUAR</h1>
      <p className="desk-sub">
        {sheet.book} · {formatDate(sheet.fromOn, 'id')} s.d. {formatDate(sheet.untilOn, 'id')}
      </p>
      <table className="register-table">
        <thead>
          <tr>
            <th scope="col">Nomor</th>
            <th scope="col">Tanggal</th>
            <th scope="col">Jenis surat</th>
            <th scope="col">Perihal a.n.</th>
            <th scope="col">Tujuan</th>
            <th scope="col">Keterangan</th>
          </tr>
        </thead>
        <tbody>
          {numbered(sheet.rows).map(({ key, item: row }) => (
            <tr key={key} className={`register-${row.status}`}>
              <td>
                <LetterNumber number={row.number} />
              </td>
              <td>{row.issuedOn ? formatDate(row.issuedOn, 'id') : '-'}</td>
              <td>{row.type}</td>
              <td>{row.about}</td>
              <td>{row.addressee}</td>
              <td>
                {STATUS[row.status]}
                {row.reason && `: ${row.reason}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {sheet.rows.length === 0 && <p className="desk-empty">Belum ada surat dalam buku ini.</p>}
      <p className="desk-contact">
        Dicetak {formatDate(sheet.printedOn, 'id')} oleh {sheet.printedBy}. Jumlah surat: {count('issued') + count('void')}, di antaranya
        batal: {count('void')}.
      </p>
      {sheet.accessLog && (
        <p className="desk-contact register-log">
          Log akses sampai baris {sheet.accessLog.n}: {sheet.accessLog.hash.slice(0, 16).replaceAll(/(.{4})(?=.)/g, '$1 ')}. Simpan lembar
          ini: log yang tidak lagi memuat baris itu telah diubah.
          {sheet.accessLog.known &&
            ` Dikenali kabupaten sampai baris ${sheet.accessLog.known.n}, ${formatDate(sheet.accessLog.known.on, 'id')}.`}
        </p>
      )}
    </article>
  )
}
