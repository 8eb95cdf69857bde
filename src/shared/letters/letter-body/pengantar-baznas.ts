import type { LetterFacts } from '#shared/letters/letter'
import { familyHeadRow, paragraph, registryParagraph, residentRows, rows, strong, table } from '#shared/letters/letter-words'
import type { Block } from '#shared/paper/sheet'
import { formatPhone } from '#shared/residents/phone'

/** Brings a request for help to the zakat agency. */
export const pengantarBaznas = (facts: LetterFacts): Block[] => [
  paragraph(
    'Dengan hormat, bersama ini kami sampaikan permohonan bantuan dari warga kurang mampu yang datang ke ',
    `${facts.office.name}, dengan data sebagai berikut:`
  ),
  table([
    ...residentRows(facts, { showsNik: false, showsKk: false }),
    ...familyHeadRow(facts),
    ...rows(['Nomor telepon', facts.resident.phone && formatPhone(facts.resident.phone)])
  ]),
  ...(facts.purpose ? [paragraph('Bantuan yang dimohon: ', strong(facts.purpose), '.')] : []),
  paragraph(`Pokok persoalan: ${facts.case.summary}`),
  ...(facts.registry ? [registryParagraph(facts.registry)] : []),
  paragraph(
    'Kami mohon kiranya Bapak/Ibu berkenan mempertimbangkan permohonan tersebut sesuai dengan ketentuan yang berlaku dan menyampaikan hasilnya kepada kami melalui lembar balasan.'
  ),
  paragraph('Demikian surat pengantar ini kami sampaikan. Atas perhatian dan kerja sama Bapak/Ibu, kami ucapkan terima kasih.')
]
