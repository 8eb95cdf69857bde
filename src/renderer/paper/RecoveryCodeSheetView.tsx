import { formatDate } from '#shared/local-date-input'
import type { RecoveryCodeSheet } from '#shared/paper/sheet'
import { KopSurat } from './KopSurat'
import './desk-paper.css'
import { numbered } from './numbered'
import { QrCode } from './QrCode'

/** What goes into the sealed envelope: the code for a scanner, in letters, and in words to be read aloud. */
export function RecoveryCodeSheetView({ sheet }: { sheet: RecoveryCodeSheet }) {
  return (
    <article className="desk-paper recovery-code">
      <KopSurat letterhead={sheet.letterhead} />
      <div className="desk-top">
        <div>
          <h1>Kode pemulihan loket {sheet.deskCode}</h1>
          <p>
            Lembar ini membuka seluruh data loket. Masukkan ke amplop, tutup dan bubuhkan tanda tangan pada lidahnya, lalu simpan terkunci
            di kantor, terpisah dari komputer dan flashdisk cadangan.
          </p>
        </div>
        <div className="desk-code">
          <QrCode className="qr-desk" text={sheet.code} label="Kode pemulihan" />
        </div>
      </div>
      <h2>Dalam huruf</h2>
      <p className="recovery-code-letters">{sheet.code}</p>
      <h2>Dalam kata, dibaca dari kiri ke kanan</h2>
      <ol className="recovery-code-words">
        {numbered(sheet.words).map(({ key, item: word }) => (
          <li key={key}>{word}</li>
        ))}
      </ol>
      <div className="desk-next">
        <p>
          <strong>Cara memakai: </strong>bila loket tidak dapat membuka kuncinya, layarnya meminta kode ini. Pindai gambar, ketik hurufnya,
          atau ketik kata-katanya; salah satu saja cukup.
        </p>
        <p>
          <strong>Berlaku: </strong>sampai kode baru dibuat. Lembar yang lama lalu dimusnahkan.
        </p>
      </div>
      <p className="desk-contact">Dibuat {formatDate(sheet.madeOn, 'id')}. Kode ini tidak disimpan di komputer mana pun.</p>
    </article>
  )
}
