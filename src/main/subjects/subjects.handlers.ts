import type { AuditLine } from '#shared/audit/audit-line'
import type { SubjectPurpose } from '#shared/audit/subject-purposes'
import { momentText } from '#shared/moment-text'
import type { PersonalDataSheet } from '#shared/paper/sheet'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import type { subjectsContract } from '#shared/subjects/subjects.contract'
import { listIdsOf, listLines, titlesOf } from '../audit/audit.store'
import type { Desk } from '../desk'
import { folderFor, saveFiles } from '../files/save-files'
import { getOffice } from '../office/office.store'
import { signedIn } from '../officers/signed-in'
import { type HeldFile, heldFiles, type InRegistry, rowsInRegistry } from './held-elsewhere'
import { sectionOf } from './subject-sheet'
import { type HeldRecord, listHeldAbout } from './subjects.store'

/** So many looks stand on paper, the newest first, and so many in the file beside it. */
const ON_PAPER = 300
const IN_FILE = 10_000

export const subjectsHandlers: HandlersOf<typeof subjectsContract, Desk> = {
  export: async (desk, { residentId, purpose, to }) => {
    const folder = await folderFor(desk, to)
    if (!folder.ok) return folder
    const records = await listHeldAbout(desk.db, residentId)
    if (records.length === 0) return refuse({ kind: 'not-found' })
    const looks = await looksAt(desk, residentId)
    const sheet = await sheetOf(desk, records, looks, purpose)
    const { pdf } = await desk.renderSheet(sheet, sheet.paper)
    // no name and no NIK: whoever finds the file learns from its name nothing
    const name = `data-pribadi_${residentId.slice(-8)}_${desk.today()}`
    const beside = await heldFiles(desk, records, name)
    const json = jsonOf(desk, { records, looks, purpose, registry: rowsInRegistry(desk, records), beside })
    const saved = await saveFiles(folder.value, [
      { name: `${name}.pdf`, bytes: pdf },
      { name: `${name}.json`, bytes: Buffer.from(json, 'utf8') },
      ...beside.flatMap(({ name: file, bytes }) => (bytes ? [{ name: file, bytes }] : []))
    ])
    if (!saved.ok) return saved
    const missing = beside.filter(({ bytes }) => !bytes).length
    return ok({ files: saved.value, records: records.length, looks: looks.length, missing })
  }
}

type Look = Pick<AuditLine, 'n' | 'at' | 'kind' | 'call' | 'purpose' | 'outcome'> & { officer: string | null }

/** Who looked at this person's data on this desk, or was refused; the newest first. */
async function looksAt(desk: Desk, residentId: string): Promise<Look[]> {
  const about = await listIdsOf(desk.db, residentId)
  const all = { from: null, until: null, officerId: null, kind: null, refusedOnly: false, before: null }
  const lines = await listLines(desk.db, { ...all, about }, IN_FILE)
  const names = await titlesOf(desk.db, [...new Set(lines.flatMap(({ officer }) => officer ?? []))])
  return lines.map(({ n, at, kind, call, purpose, outcome, officer }) => ({
    n,
    at,
    kind,
    call,
    ...(purpose && { purpose }),
    outcome,
    officer: (officer && names.get(officer)?.title) ?? null
  }))
}

async function sheetOf(desk: Desk, records: HeldRecord[], looks: Look[], purpose: SubjectPurpose): Promise<PersonalDataSheet> {
  const [office, zone] = [await getOffice(desk.db), desk.zone()]
  const sections = []
  for (const record of records) sections.push(await sectionOf(desk, record, zone))
  return {
    kind: 'personal-data',
    paper: office.paper,
    letterhead: office.letterhead,
    purpose,
    deskCode: office.deskCode,
    printedOn: desk.today(),
    printedBy: signedIn(desk).name,
    sections: sections.filter(({ facts }) => facts.length > 0),
    looks: looks.slice(0, ON_PAPER).map(({ at, officer, kind, call }) => ({
      when: momentText(at, zone),
      officer: officer ?? '-',
      kind,
      feature: call?.split('.')[0] ?? null
    })),
    moreLooks: Math.max(0, looks.length - ON_PAPER)
  }
}

type Found = { records: HeldRecord[]; looks: Look[]; purpose: SubjectPurpose; registry: InRegistry[]; beside: HeldFile[] }

function jsonOf(desk: Desk, { records, looks, purpose, registry, beside }: Found): string {
  const filesOf = (of: HeldFile['entity']) =>
    beside.filter(({ entity }) => entity === of).map(({ id, name, bytes }) => ({ id, file: bytes ? name : null }))
  const said = {
    format: 'loket-slrt personal data 1',
    madeAt: new Date(desk.clock.now()).toISOString(),
    purpose,
    records: records.map(({ entity, row }) => ({ entity, ...row })),
    registry,
    // `null`: only another desk has the bytes and there was no line to fetch them, or they are not what they were
    letterFiles: filesOf('letter').map(({ id, file }) => ({ letterId: id, file })),
    pictureFiles: filesOf('registryCheck').map(({ id, file }) => ({ checkId: id, file })),
    accessLog: looks
  }
  return `${JSON.stringify(said, null, 2)}\n`
}
