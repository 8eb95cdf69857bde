import type { LetterFacts } from '#shared/letters/letter'
import {
  addressText,
  birthText,
  identityRow,
  paragraph,
  registryParagraph,
  rows,
  sexText,
  strong,
  table
} from '#shared/letters/letter-words'
import type { Block } from '#shared/paper/sheet'

/** Recommends a pupil for the Program Indonesia Pintar. */
export const rekomendasiPip = (facts: LetterFacts): Block[] => [
  paragraph(
    'Dengan hormat, dengan ini kami memberikan ',
    strong('rekomendasi sebagai calon penerima Program Indonesia Pintar (PIP)'),
    ' kepada peserta didik:'
  ),
  table(
    rows(
      ['Nama', facts.resident.name],
      identityRow(facts.resident, false),
      ['NISN', facts.school?.nisn],
      ['Tempat, tanggal lahir', birthText(facts.resident)],
      ['Jenis kelamin', sexText(facts.resident)],
      ['Sekolah', facts.school?.name],
      ['NPSN', facts.school?.npsn],
      ['Kelas', facts.school?.grade],
      ['Orang tua/wali', facts.familyHead?.name],
      ['Pekerjaan orang tua/wali', facts.familyHead?.occupation],
      ['Alamat', addressText(facts.resident.address)]
    )
  ),
  ...(facts.registry ? [registryParagraph(facts.registry)] : []),
  paragraph(
    'Sehubungan dengan hal tersebut, kami mohon kiranya Bapak/Ibu berkenan mempertimbangkan dan mengusulkan peserta didik tersebut melalui Dapodik/EMIS sebagai calon penerima PIP sesuai dengan ketentuan yang berlaku. Penetapan penerima tetap menjadi kewenangan kementerian yang membidangi pendidikan.'
  ),
  paragraph('Demikian rekomendasi ini kami sampaikan. Atas perhatian dan kerja sama Bapak/Ibu, kami ucapkan terima kasih.')
]
