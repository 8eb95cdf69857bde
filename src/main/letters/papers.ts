import { localDateOf, localTimeOf } from '#shared/clock'
import { LetterType } from '#shared/letters/letter'
import { letterTypes } from '#shared/letters/letter-types'
import type { LetterLine, Paper } from '#shared/letters/letters.contract'
import { runsOf, unusedNumbers } from '#shared/letters/unused-numbers'
import { initials } from '#shared/paper/initials'
import type { RegisterRow, Sheet } from '#shared/paper/sheet'
import { type Month, monthName, monthOf } from '#shared/reports/month'
import { type Figure, figureText, reportNotes, reportSections } from '#shared/reports/month-report'
import { findCaseCard } from '../cases/cases.store'
import { find } from '../database/find'
import type { Desk } from '../desk'
import { findService } from '../directory/reference.store'
import { getOffice } from '../office/office.store'
import { signedIn } from '../officers/signed-in'
import { monthReport } from '../reports/month-report'
import { listVisitsOn } from '../visits/visits.store'
import { findServer, listLettersOfBook } from './letters.store'

/** The paper as data; undefined when what it is about is not there. */
export function paperSheet(desk: Desk, paper: Paper): Promise<Sheet | undefined> {
  switch (paper.kind) {
    case 'ticket':
      return ticket(desk, paper.visitId)
    case 'receipt':
      return receipt(desk, paper.caseId)
    case 'information':
      return information(desk, paper.serviceCode)
    case 'register':
      return register(desk, paper.bookId)
    case 'report':
      return report(desk, paper.month)
    case 'checklist':
      return newPc(desk)
  }
}

async function ticket(desk: Desk, visitId: string): Promise<Sheet | undefined> {
  const visit = await find(desk.db, 'visit', visitId)
  if (!visit) return undefined
  const office = await getOffice(desk.db)
  const waiting = (await listVisitsOn(desk.db, visit.day)).filter(other => other.status === 'waiting' && other.lane === visit.lane)
  return {
    kind: 'ticket',
    paper: 'ticket-80',
    office: office.name,
    ticket: visit.ticket,
    lane: visit.lane,
    takenOn: visit.day,
    takenAt: `${localTimeOf(visit.arrivedAt, office.timeZone)} ${office.timeZone}`,
    waitingBefore: waiting.filter(other => other.ticketNo < visit.ticketNo).length,
    purpose: null
  }
}

async function receipt(desk: Desk, caseId: string): Promise<Sheet | undefined> {
  const card = await findCaseCard(desk, caseId)
  if (!card) return undefined
  const [office, visit] = [await getOffice(desk.db), await find(desk.db, 'visit', card.case.visitId)]
  const item = ({ document, note }: { document: string; note: string | null }) => ({ name: document, note })
  return {
    kind: 'receipt',
    paper: office.paper,
    letterhead: office.letterhead,
    ticket: visit?.ticket ?? '-',
    caseNumber: card.case.number,
    receivedOn: desk.today(),
    receivedBy: signedIn(desk).name,
    residentName: card.residentName,
    service: card.service?.nameId ?? card.case.summary.slice(0, 200),
    received: card.documents.filter(check => check.state === 'present').map(item),
    missing: card.documents.filter(check => check.state !== 'present').map(item),
    nextStep: card.case.nextStep ?? 'Lengkapi berkas yang masih kurang, lalu kembali ke loket.',
    comeBackOn: card.case.dueOn,
    contact: office.letterhead.phone ?? office.letterhead.address,
    code: card.case.number
  }
}

const TIME_LIMITS = { minutes: 'menit', 'working-days': 'hari kerja', months: 'bulan' } as const

async function information(desk: Desk, serviceCode: string): Promise<Sheet | undefined> {
  const service = await findService(desk.reference, serviceCode)
  if (!service) return undefined
  const office = await getOffice(desk.db)
  return {
    kind: 'information',
    paper: office.paper,
    letterhead: office.letterhead,
    service: service.nameId,
    summary: service.description,
    requirements: service.documents.map(({ nameId, note, isMandatory }) => ({ name: nameId, note, isMandatory })),
    steps: [service.applicationProcess],
    duration: `${service.timeLimit} ${TIME_LIMITS[service.timeLimitUnit]}`,
    place: office.name,
    hours: null,
    contact: office.letterhead.phone ?? office.letterhead.address,
    printedOn: desk.today()
  }
}

async function register(desk: Desk, bookId: string): Promise<Sheet | undefined> {
  const book = await find(desk.db, 'letterBook', bookId)
  if (!book) return undefined
  const [office, letters] = [await getOffice(desk.db), await listLettersOfBook(desk.db, bookId)]
  const rows = [
    ...(book.startAt > 1 ? [gapRow([1, book.startAt - 1], 'Nomor pada buku agenda kertas sebelumnya')] : []),
    ...runsOf(unusedNumbers(book, letters)).map(run => gapRow(run, 'Tidak ada suratnya di komputer ini; cocokkan dengan kertas')),
    ...letters.map(letterRow)
  ].sort((a, b) => a.sequence - b.sequence)
  const known = desk.audit.lastCountersign()
  return {
    kind: 'register',
    paper: office.paper,
    letterhead: office.letterhead,
    book: `${book.unitCode} / ${book.year}`,
    fromOn: letters[0]?.issuedOn ?? `${book.year}-01-01`,
    untilOn: letters.at(-1)?.issuedOn ?? desk.today(),
    printedOn: localDateOf(desk.clock.now(), office.timeZone),
    printedBy: signedIn(desk).name,
    rows: rows.map(({ row }) => row),
    accessLog: { ...desk.audit.seal(), ...(known && { known: { n: known.n, on: localDateOf(known.at, office.timeZone) } }) }
  }
}

async function report(desk: Desk, month: Month): Promise<Sheet | undefined> {
  const [office, counted] = [await getOffice(desk.db), await monthReport(desk, month)]
  const texts = ({ name, figures }: { name: string; figures: Figure[] }) => [name, ...figures.map(figure => figureText(figure, 'id'))]
  return {
    kind: 'report',
    paper: office.paper,
    letterhead: office.letterhead,
    month: monthName(month, 'id'),
    soFarOn: month === monthOf(counted.madeOn) ? counted.madeOn : null,
    desks: counted.now.desks,
    sections: reportSections(counted, 'id').map(({ title, of, columns, rows, total }) => ({
      title,
      columns: [of, ...columns],
      rows: rows.map(texts),
      total: total && texts(total)
    })),
    notes: reportNotes(counted, 'id'),
    place: office.place,
    printedOn: counted.madeOn,
    printedBy: signedIn(desk).name
  }
}

/** How another PC takes this desk's place, to lie beside it while there is no screen to ask. */
async function newPc(desk: Desk): Promise<Sheet | undefined> {
  const [office, { district, server }] = [await getOffice(desk.db), await findServer(desk.db)]
  return {
    kind: 'checklist',
    paper: office.paper,
    letterhead: office.letterhead,
    title: `Mengganti PC loket ${office.deskCode}`,
    facts: [
      { name: 'Kabupaten', value: district ?? 'belum tersambung' },
      { name: 'Alamat server', value: server ?? '-' },
      { name: 'Loket lama', value: `${office.deskCode} (${office.unitCode})` }
    ],
    steps: [
      'Bila PC lama masih menyala: buka Sinkronisasi, tekan Kirim sekarang, tunggu sampai tertulis semua sudah di kabupaten.',
      'Bila tidak ada jaringan: di PC lama pilih Kirim lewat flashdisk, lalu bawa flashdisk itu ke kabupaten.',
      'Minta administrator kabupaten membuat kode sekali pakai untuk loket baru. Kode berlaku 24 jam.',
      'Di PC baru pasang Loket SLRT, buka, lalu pilih mengambil kantor dari kabupaten. Ketik alamat server dan kode itu.',
      'Bacakan enam angka di layar kepada administrator kabupaten; tunggu sampai ia membenarkan.',
      'Tunggu sampai data selesai diambil (atau baca flashdisk dari kabupaten), lalu buka kantor yang ditawarkan. Bila loket lama hanya melayani desa tertentu, pilih menggantikan loket itu.',
      'Masuk dengan nama dan PIN seperti biasa. Periksa papan Hari ini dan satu kasus yang dikenal.',
      'Loket baru memakai huruf dan buku surat sendiri. Catat nomor terakhir pada buku loket lama dan tutup buku itu.',
      'Minta administrator kabupaten mencabut loket lama. PC lama lalu tidak dapat mengirim apa pun lagi.',
      'Hapus data PC lama menurut aturan kantor, dan simpan lembar ini bersama arsip.'
    ],
    contact: office.letterhead.phone ?? office.letterhead.address,
    printedOn: desk.today()
  }
}

/** A line of the register, and where it stands. */
type Placed = { sequence: number; row: RegisterRow }

const letterRow = (letter: LetterLine): Placed => ({
  sequence: letter.sequence,
  row: {
    number: letter.number,
    issuedOn: letter.issuedOn,
    type: typeName(letter.type),
    about: initials(letter.residentName),
    addressee: letter.addressee || '-',
    status: letter.status,
    reason: letter.voidReason
  }
})

const gapRow = ([first, last]: [number, number], reason: string): Placed => ({
  sequence: first,
  row: {
    number: first === last ? `${first}` : `${first} - ${last}`,
    issuedOn: null,
    type: '-',
    about: '-',
    addressee: '-',
    status: 'gap',
    reason
  }
})

function typeName(type: string): string {
  const known = LetterType.safeParse(type)
  return known.success ? letterTypes[known.data].name : type
}
