import type { LetterFacts } from '#shared/letters/letter'
import { familyHeadRow, paragraph, residentRows, strong, table } from '#shared/letters/letter-words'
import type { Block } from '#shared/paper/sheet'

/** Brings a resident to the civil registry: no NIK, one that does not match, a recording, a certificate. */
export const pengantarDukcapil = (facts: LetterFacts): Block[] => [
  paragraph(
    'Dengan hormat, bersama ini kami hadapkan kepada Bapak/Ibu seorang warga yang memerlukan pelayanan administrasi kependudukan, dengan data menurut keterangan yang bersangkutan sebagai berikut:'
  ),
  table([...residentRows(facts, { showsNik: true, showsKk: true }), ...familyHeadRow(facts)]),
  ...(facts.purpose ? [paragraph('Pelayanan yang dimohon: ', strong(facts.purpose), '.')] : []),
  paragraph(`Keterangan: ${facts.case.summary}`),
  paragraph(
    'Data kependudukan tersebut diperlukan agar yang bersangkutan dapat memperoleh pelayanan dan bantuan sosial. Kami mohon kiranya Bapak/Ibu berkenan memberikan pelayanan sesuai dengan ketentuan yang berlaku dan menyampaikan hasilnya kepada kami melalui lembar balasan.'
  ),
  paragraph('Demikian surat pengantar ini kami sampaikan. Atas perhatian dan kerja sama Bapak/Ibu, kami ucapkan terima kasih.')
]
