import { formatDate } from '#shared/local-date-input'
import type { PersonalDataSheet } from '#shared/paper/sheet'
import { fieldKey } from '../sync/field-name'
import { fieldText } from '../sync/field-text'
import { codeWord } from '../text/code-word'
import { id } from '../text/id'
import { KopSurat } from './KopSurat'
import './desk-paper.css'
import { numbered } from './numbered'

/** Fields that no screen asks for by a name of their own. */
const LABELS: Record<string, string> = {
  ticket: 'Nomor antrean',
  day: 'Hari',
  lane: 'Jalur',
  channel: 'Cara datang',
  purpose: 'Keperluan',
  vulnerableGroup: 'Kelompok rentan',
  arrivedAt: 'Datang',
  calledAt: 'Dipanggil',
  servingAt: 'Mulai dilayani',
  endedAt: 'Selesai',
  privacyNoticedAt: 'Pemberitahuan privasi dibacakan',
  role: 'Peran',
  isRemoved: 'Dihapus dari kunjungan',
  presence: 'Keberadaan',
  closedAt: 'Ditutup',
  at: 'Saat',
  text: 'Catatan',
  document: 'Dokumen',
  state: 'Keadaan',
  checkedAt: 'Diperiksa',
  source: 'Sumber',
  isListed: 'Terdaftar',
  decile: 'Desil',
  period: 'Periode',
  programmes: 'Program',
  inactive: 'Program yang berhenti',
  exclusions: 'Tanda pengecualian',
  lifeStatus: 'Status hidup',
  method: 'Cara mencari',
  asOf: 'Menurut data tanggal',
  what: 'Yang diusulkan',
  documents: 'Berkas pendukung',
  proposedOn: 'Diusulkan',
  recordedAt: 'Dicatat',
  answerBy: 'Jawaban ditunggu sampai',
  answeredOn: 'Dijawab',
  answerNote: 'Keterangan jawaban',
  issuedOn: 'Tanggal surat',
  issuedAt: 'Diterbitkan',
  validUntil: 'Berlaku sampai',
  voidedAt: 'Dibatalkan',
  receivedBy: 'Diterima oleh',
  isRepresentative: 'Penerima kuasa',
  takenBy: 'Diambil oleh',
  takenAt: 'Diambil',
  repliedAt: 'Dibalas',
  verdict: 'Putusan',
  judgedAt: 'Diputuskan'
}

/** Paper is Indonesian whatever the screen speaks; a field that has no words stands by its code. */
function labelOf(entity: string, field: string): string {
  const found = fieldKey(entity, field)
    ?.split('.')
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], id)
  return typeof found === 'string' ? found : (LABELS[field] ?? field)
}

/** A copy of everything about one person, on request: each record field by field, and who looked at it. */
export function PersonalDataSheetView({ sheet }: { sheet: PersonalDataSheet }) {
  return (
    <article className="desk-paper register personal-data">
      <KopSurat letterhead={sheet.letterhead} />
      <h1>SALINAN DATA PRIBADI</h1>
      <p className="desk-sub">{id.subjects.purposes[sheet.purpose]} · UU 27/2022 Pasal 7</p>
      {numbered(sheet.sections).map(({ key, item: { entity, facts } }) => (
        <table key={key} className="register-table personal-data-record">
          <caption>{codeWord('entity', entity, 'id')}</caption>
          <tbody>
            {facts.map(({ field, value }) => (
              <tr key={field}>
                <th scope="row">{labelOf(entity, field)}</th>
                <td>{fieldText(entity, field, value, 'id', day => formatDate(day, 'id'))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      <h2>Siapa yang melihat data ini</h2>
      <table className="register-table">
        <thead>
          <tr>
            <th scope="col">Kapan</th>
            <th scope="col">Petugas</th>
            <th scope="col">Apa</th>
          </tr>
        </thead>
        <tbody>
          {numbered(sheet.looks).map(({ key, item: { when, officer, kind, feature } }) => (
            <tr key={key}>
              <td>{when}</td>
              <td>{officer}</td>
              <td>{[codeWord('auditKind', kind, 'id'), feature && codeWord('feature', feature, 'id')].filter(Boolean).join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sheet.moreLooks > 0 && <p className="desk-contact">Dan {sheet.moreLooks} baris lebih lama, dalam berkas JSON-nya.</p>}
      <p className="desk-contact">
        Dicetak {formatDate(sheet.printedOn, 'id')} oleh {sheet.printedBy} di loket {sheet.deskCode}. Daftar terakhir memuat yang melihat di
        loket ini; loket lain mempunyai lognya sendiri. Isian yang kosong tidak ditulis. Surat yang pernah terbit ada lengkap dalam arsip
        surat; salinan data terpadu di komputer ini tidak termasuk, hasil pencariannya termasuk.
      </p>
    </article>
  )
}
