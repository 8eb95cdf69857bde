import type { LetterFacts } from '#shared/letters/letter'
import { dateText, familyHeadRow, paragraph, registryParagraph, residentRows, rows, strong, table } from '#shared/letters/letter-words'
import type { Block } from '#shared/paper/sheet'
import { formatPhone } from '#shared/residents/phone'

/** A resident sent to a hospital or health centre. */
export const rujukanKesehatan = (facts: LetterFacts): Block[] => [
  paragraph(
    `Dengan hormat, bersama ini kami rujuk kepada Bapak/Ibu warga yang datang ke ${facts.office.name}, dengan data sebagai berikut:`
  ),
  table([
    ...residentRows(facts, { showsNik: true, showsKk: false }),
    ...familyHeadRow(facts),
    ...rows(['Nomor kartu BPJS', facts.bpjs?.cardNumber], ['Nomor telepon', facts.resident.phone && formatPhone(facts.resident.phone)])
  ]),
  paragraph('Pokok persoalan: ', strong(facts.case.summary)),
  ...(facts.registry ? [registryParagraph(facts.registry)] : []),
  paragraph(
    'Sehubungan dengan hal tersebut, kami mohon Bapak/Ibu berkenan memberikan pelayanan kesehatan kepada yang bersangkutan sesuai dengan ketentuan',
    facts.returnSlip?.answerBy
      ? ` dan menyampaikan hasilnya melalui lembar balasan paling lambat tanggal ${dateText(facts.returnSlip.answerBy)}.`
      : ' dan menyampaikan hasilnya melalui lembar balasan.'
  ),
  paragraph('Demikian surat rujukan ini kami sampaikan. Atas perhatian dan kerja sama Bapak/Ibu, kami ucapkan terima kasih.')
]
