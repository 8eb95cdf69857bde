import type { LetterFacts, LetterType } from '#shared/letters/letter'
import { keteranganDtsen } from '#shared/letters/letter-body/keterangan-dtsen'
import { pengantarBaznas } from '#shared/letters/letter-body/pengantar-baznas'
import { pengantarDukcapil } from '#shared/letters/letter-body/pengantar-dukcapil'
import { rekomendasiPbiJk } from '#shared/letters/letter-body/rekomendasi-pbi-jk'
import { rekomendasiPip } from '#shared/letters/letter-body/rekomendasi-pip'
import { rujukanKesehatan } from '#shared/letters/letter-body/rujukan-kesehatan'
import { letterTypes } from '#shared/letters/letter-types'
import { capacityLines, dateText, lampiranText, paragraph } from '#shared/letters/letter-words'
import { formatNip } from '#shared/letters/nip'
import type { Block, LetterSheet } from '#shared/paper/sheet'

/** The body of every type, from facts to blocks, top to bottom. */
const letterBody: Record<LetterType, (facts: LetterFacts) => Block[]> = {
  'rujukan-kesehatan': rujukanKesehatan,
  'rekomendasi-pbi-jk': rekomendasiPbiJk,
  'keterangan-dtsen': keteranganDtsen,
  'pengantar-dukcapil': pengantarDukcapil,
  'rekomendasi-pip': rekomendasiPip,
  'pengantar-baznas': pengantarBaznas
}

/** The office title, the organization unless the title ends on it already (`Direktur RSUD Kendal`), and the place. */
function addresseeLines(addressee: LetterFacts['addressee']): string[] {
  if (!addressee) return []
  const { title, organization, place } = addressee
  const isNamed = title.includes(organization.split(' ').at(-1) ?? organization)
  return [`Yth. ${title}`, ...(isNamed ? [] : [organization]), `di - ${place ?? 'TEMPAT'}`]
}

/** Every body begins and ends with a paragraph. */
const worded = (blocks: Block[], wording: LetterFacts['wording']): Block[] =>
  blocks.map((block, i) => {
    const own = i === 0 ? wording?.opening : i === blocks.length - 1 ? wording?.closing : null
    return own ? paragraph(own) : block
  })

/** The whole letter as paper; the same facts give the same sheet for ever. A letter without a number is a draft. */
export function letterSheet(type: LetterType, facts: LetterFacts): LetterSheet {
  const rule = letterTypes[type]
  const { addressee, returnSlip, signer } = facts
  const isDraft = facts.number === null || facts.verification === null
  return {
    kind: 'letter',
    paper: facts.paper,
    layout: rule.layout,
    letterhead: facts.letterhead,
    title: rule.title,
    number: isDraft ? null : facts.number,
    placeAndDate: `${facts.place}, ${dateText(facts.issuedOn)}`,
    particulars: [
      { label: 'Sifat', value: facts.sifat },
      { label: 'Lampiran', value: lampiranText(facts.lampiran) },
      { label: 'Hal', value: facts.hal }
    ],
    addressee: addresseeLines(addressee),
    blocks: worded(letterBody[type](facts), facts.wording),
    signature: {
      capacity: capacityLines(signer),
      name: signer.name,
      rank: signer.rank,
      nip: signer.nip === null ? null : `NIP. ${formatNip(signer.nip)}`
    },
    tembusan: facts.tembusan,
    verification: isDraft ? null : facts.verification,
    returnSlip:
      rule.hasReturnSlip && returnSlip && !isDraft
        ? {
            code: returnSlip.code,
            referralNumber: returnSlip.referralNumber,
            residentName: facts.resident.name,
            from: facts.office.name,
            organization: addressee?.organization ?? '-',
            answerBy: returnSlip.answerBy && dateText(returnSlip.answerBy),
            contact: facts.office.contact
          }
        : null
  }
}
