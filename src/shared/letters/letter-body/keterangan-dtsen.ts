import type { LetterFacts } from '#shared/letters/letter'
import {
  addressText,
  birthText,
  dateText,
  identityRow,
  inWords,
  maritalText,
  paragraph,
  periodText,
  registryName,
  religionText,
  rows,
  sexText,
  strong,
  table
} from '#shared/letters/letter-words'
import { formatNip } from '#shared/letters/nip'
import type { Block } from '#shared/paper/sheet'

/** States that a family stands in the national register, with its decile in a box. */
export function keteranganDtsen(facts: LetterFacts): Block[] {
  const { resident, familyHead, registry, signer } = facts
  return [
    paragraph('Yang bertanda tangan di bawah ini:'),
    table(
      rows(
        ['Nama', signer.name],
        ['NIP', signer.nip && formatNip(signer.nip)],
        ['Pangkat/golongan', signer.rank],
        ['Jabatan', `${signer.capacity.startsWith('P') ? `${signer.capacity} ` : ''}${signer.position}`]
      )
    ),
    paragraph('dengan ini menerangkan bahwa:'),
    table(
      rows(
        ['Nama', resident.name],
        identityRow(resident, true),
        ['Nomor KK', resident.kk],
        ['Tempat, tanggal lahir', birthText(resident)],
        ['Jenis kelamin', sexText(resident)],
        ['Agama', religionText(resident)],
        ['Pekerjaan', resident.occupation],
        ['Status perkawinan', maritalText(resident)],
        ['Alamat', addressText(resident.address)]
      )
    ),
    ...(familyHead && familyHead.name !== resident.name
      ? [
          paragraph('anggota keluarga dari kepala keluarga:'),
          table(rows(['Nama', familyHead.name], identityRow(familyHead, true), ['Pekerjaan', familyHead.occupation]))
        ]
      : []),
    ...(registry
      ? [
          paragraph(
            `berdasarkan pemeriksaan tanggal ${dateText(registry.checkedOn)} oleh petugas kami (${registry.checkedBy}), `,
            strong(registry.isListed ? 'terdaftar' : 'belum ditemukan'),
            ` dalam ${registryName(registry)} periode ${periodText(registry.period)}${registry.isListed && registry.decile !== null ? ' dengan peringkat kesejahteraan:' : '.'}`
          )
        ]
      : []),
    ...(registry?.isListed && registry.decile !== null
      ? [{ kind: 'box' as const, text: `DESIL ${inWords(registry.decile).toUpperCase()}` }]
      : []),
    ...(facts.purpose ? [paragraph('Surat keterangan ini dipergunakan untuk ', strong(facts.purpose), '.')] : []),
    ...(facts.validUntil
      ? [
          paragraph(
            'Surat keterangan ini berlaku sampai dengan tanggal ',
            strong(dateText(facts.validUntil)),
            ' dan dapat berubah apabila ada pemutakhiran data. Keterangan terdaftar bukan penetapan sebagai penerima bantuan.'
          )
        ]
      : []),
    paragraph('Demikian surat keterangan ini dibuat dengan sebenarnya untuk dapat dipergunakan sebagaimana mestinya.')
  ]
}
