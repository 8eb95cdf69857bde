import type { LetterFacts } from '#shared/letters/letter'
import { dateText, familyHeadRow, paragraph, registryParagraph, residentRows, rows, strong, table } from '#shared/letters/letter-words'
import type { Block } from '#shared/paper/sheet'

/** Asks that a deactivated PBI-JK membership be taken up again. */
export const rekomendasiPbiJk = (facts: LetterFacts): Block[] => [
  paragraph(
    'Dengan hormat, memperhatikan permohonan warga serta surat dari fasilitas kesehatan, dengan ini kami memberikan ',
    strong('rekomendasi reaktivasi kepesertaan Penerima Bantuan Iuran Jaminan Kesehatan (PBI-JK)'),
    ' kepada:'
  ),
  table([
    ...residentRows(facts, { showsNik: true, showsKk: true }),
    ...familyHeadRow(facts),
    ...rows(
      ['Nomor kartu BPJS', facts.bpjs?.cardNumber],
      ['Nonaktif sejak', facts.bpjs?.deactivatedOn && dateText(facts.bpjs.deactivatedOn)],
      ['Alasan nonaktif', facts.bpjs?.reason],
      ['Fasilitas kesehatan', facts.bpjs?.facility],
      ['Surat keterangan medis', facts.bpjs?.facilityLetter]
    )
  ]),
  ...(facts.registry ? [registryParagraph(facts.registry)] : []),
  paragraph(
    'Menurut penilaian kami, yang bersangkutan ',
    strong('layak dipertimbangkan'),
    ' untuk diaktifkan kembali karena membutuhkan pelayanan kesehatan dan tidak mampu membayar iuran secara mandiri. Kami mohon kiranya Bapak/Ibu berkenan memproses reaktivasi tersebut sesuai dengan ketentuan yang berlaku.'
  ),
  paragraph('Demikian rekomendasi ini kami sampaikan. Atas perhatian dan kerja sama Bapak/Ibu, kami ucapkan terima kasih.')
]
