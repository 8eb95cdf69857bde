import type { LetterSheet } from '#shared/paper/sheet'
import { QrCode } from '../paper/QrCode'

/** The strip an agency fills in and gives back; its short code finds the referral without an account. */
export function ReturnSlip({ slip }: { slip: NonNullable<LetterSheet['returnSlip']> }) {
  return (
    <section className="slip">
      <p className="slip-cut">
        <span>gunting di sini</span>
      </p>
      <div className="slip-body">
        <div className="slip-code">
          <QrCode className="qr-slip" text={slip.code} label="Kode lembar balasan" />
        </div>
        <div className="slip-form">
          <p className="slip-title">
            LEMBAR BALASAN RUJUKAN · KODE <span className="slip-code-text">{slip.code}</span>
          </p>
          <p>
            Nomor rujukan {slip.referralNumber} · a.n. {slip.residentName}
          </p>
          <p>
            Dari {slip.organization} kepada {slip.from}
          </p>
          <p className="slip-choices">
            <span>
              <span className="tick" />
              Diterima
            </span>{' '}
            <span>
              <span className="tick" />
              Sudah dilayani
            </span>{' '}
            <span>
              <span className="tick" />
              Tidak dapat dilayani
            </span>
          </p>
          <p className="slip-fill">
            <span>Hasil/alasan</span>
            <span className="slip-dots" />
          </p>
          <p className="slip-fill">
            <span>Tanggal</span>
            <span className="slip-dots" />
            <span>Nama dan jabatan</span>
            <span className="slip-dots wide" />
            <span>Paraf/cap</span>
            <span className="slip-dots" />
          </p>
          <p className="slip-note">
            {`Mohon dikembalikan${slip.answerBy ? ` paling lambat ${slip.answerBy}` : ''} melalui pembawa surat${slip.contact ? `, atau sebutkan kodenya ke ${slip.contact}` : ''}.`}
          </p>
        </div>
      </div>
    </section>
  )
}
