import type { LetterSheet } from '#shared/paper/sheet'
import { KopSurat } from '../paper/KopSurat'
import { QrCode } from '../paper/QrCode'
import { LetterBlocks } from './LetterBlocks'
import { ReturnSlip } from './ReturnSlip'
import './letter.css'
import { numbered } from '../paper/numbered'

const BLANK_NUMBER = '………… (konsep)'

function DinasHead({ sheet }: { sheet: LetterSheet }) {
  return (
    <div className="dinas-head">
      <table className="dinas-particulars">
        <tbody>
          {[{ label: 'Nomor', value: sheet.number ?? BLANK_NUMBER }, ...sheet.particulars].map(row => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              <td className="colon">:</td>
              <td>{row.value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="dinas-date">{sheet.placeAndDate}</p>
    </div>
  )
}

function Signature({ sheet }: { sheet: LetterSheet }) {
  const { capacity, name, rank, nip } = sheet.signature
  return (
    <div className="signature">
      {sheet.layout === 'surat-keterangan' && <p>{sheet.placeAndDate}</p>}
      {numbered(capacity).map(({ key, item: line }) => (
        <p key={key} className="signature-capacity">
          {line}
        </p>
      ))}
      <div className="signature-space" />
      <p className="signature-name">{name}</p>
      {rank && <p>{rank}</p>}
      {nip && <p>{nip}</p>}
    </div>
  )
}

/** A letter in either official layout, as it prints and as it is previewed; `isVoid`: as it is shown once its number no longer counts. */
export function LetterSheetView({ sheet, isVoid }: { sheet: LetterSheet; isVoid: boolean }) {
  const mark = isVoid ? 'BATAL' : sheet.number === null ? 'KONSEP' : null
  return (
    <article className={`letter ${sheet.layout}`}>
      {mark && (
        <p className="page-mark" aria-hidden="true">
          <span>{mark}</span>
        </p>
      )}
      <KopSurat letterhead={sheet.letterhead} />
      {sheet.layout === 'surat-dinas' ? (
        <DinasHead sheet={sheet} />
      ) : (
        <div className="keterangan-head">
          <h1>{sheet.title}</h1>
          <p>Nomor : {sheet.number ?? BLANK_NUMBER}</p>
        </div>
      )}
      {sheet.addressee.length > 0 && (
        <div className="addressee">
          {numbered(sheet.addressee).map(({ key, item: line }) => (
            <p key={key}>{line}</p>
          ))}
        </div>
      )}
      <LetterBlocks blocks={sheet.blocks} />
      <div className="letter-foot">
        <div className="letter-foot-left">
          {sheet.verification && (
            <div className="verification">
              <QrCode className="qr-letter" text={sheet.verification.codeText} label="Kode pemeriksaan keaslian surat" />
              <p>Pindai untuk memeriksa keaslian surat. Kode ini bukan tanda tangan elektronik.</p>
            </div>
          )}
          {sheet.tembusan.length > 0 && (
            <div className="tembusan">
              <p>Tembusan:</p>
              <ol>
                {numbered(sheet.tembusan).map(({ key, item: line }) => (
                  <li key={key}>{line}</li>
                ))}
              </ol>
            </div>
          )}
        </div>
        <Signature sheet={sheet} />
      </div>
      {sheet.returnSlip && <ReturnSlip slip={sheet.returnSlip} />}
    </article>
  )
}
