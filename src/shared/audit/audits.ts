import type { DeskContract } from '#shared/contract'
import type { AnswerOf, ChannelOf, QuestionOf } from '#shared/rpc/call'
import type { AuditKind, AuditPurpose } from './audit-line'

type Channel = ChannelOf<DeskContract>

/** What line a call leaves: its kind, whose records its answer showed, and why. Records that its question names are always in the line. */
export type Audit<C extends Channel> =
  | 'none'
  | {
      kind: AuditKind
      seen?: (answer: AnswerOf<DeskContract, C>) => readonly (string | null)[]
      purpose?: (question: QuestionOf<DeskContract, C>) => AuditPurpose
      /** Whether somebody was found; null where nobody could be asked. */
      found?: (answer: AnswerOf<DeskContract, C>) => boolean | null
      /** Typed text of which the line keeps a keyed mark. */
      sought?: (question: QuestionOf<DeskContract, C>) => string
    }

const read = { kind: 'read' } as const
const write = { kind: 'write' } as const
const office = { kind: 'office' } as const
const print = { kind: 'print' } as const

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(row => row.id)
const casesOf = (rows: readonly { id: string; residentId: string }[]): string[] => rows.flatMap(row => [row.id, row.residentId])
const membersOf = (family: { members: readonly { residentId: string }[] } | null): string[] =>
  family?.members.map(member => member.residentId) ?? []

/**
 * The one table of what is written down, beside the table of rights: a call that is not here does not compile.
 * `none` is for calls that show and change nothing of a person: areas, services, printers, the state of the line.
 * Every call that is turned away at the door leaves a line whatever stands here.
 */
export const audits = {
  'officers.list': 'none',
  'officers.all': 'none',
  'officers.signIn': { kind: 'sign-in' },
  'officers.chooseSecrets': { kind: 'sign-in' },
  'officers.signOut': { kind: 'sign-in' },
  'officers.me': 'none',
  'officers.lock': { kind: 'sign-in' },
  'officers.stillHere': 'none',
  'officers.lockAfter': office,
  'officers.add': { ...office, seen: officer => [officer.id] },
  'officers.correct': { ...office, seen: officer => [officer.id] },
  'officers.resetPin': office,
  'officers.resetWithCode': office,
  'officers.changeMyPin': { kind: 'sign-in' },
  'officers.changeMyPassword': { kind: 'sign-in' },
  'areas.provinces': 'none',
  'areas.children': 'none',
  'areas.path': 'none',
  'areas.searchVillages': 'none',
  'office.state': 'none',
  'office.setUp': office,
  'office.setUpSample': office,
  'office.openHere': office,
  'office.checkLog': office,
  'office.change': office,
  'office.signers': 'none',
  'office.addSigner': office,
  'office.correctSigner': office,
  'office.holidays': 'none',
  'office.setHoliday': office,
  'residents.register': { ...write, seen: resident => [resident.id] },
  'residents.get': { ...read, seen: card => [card.resident.id, ...membersOf(card.family)] },
  'residents.correct': write,
  'residents.familyByKk': { ...read, seen: membersOf, sought: ({ kk }) => kk },
  'residents.joinFamily': { ...write, seen: membersOf },
  'residents.changeKk': { ...write, seen: membersOf },
  'residents.leaveFamily': write,
  'residents.merge': write,
  'residents.unmerge': write,
  'residents.mergedInto': { ...read, seen: rows => rows.map(row => row.residentId) },
  'pairs.counts': 'none',
  'pairs.list': { ...read, seen: ({ lines }) => lines.flatMap(line => [line.residentId, line.otherId]) },
  'pairs.compare': { ...read, seen: ({ judgements }) => judgements.map(one => one.otherId) },
  'pairs.judge': write,
  'directory.services': 'none',
  'directory.service': 'none',
  'directory.sectors': 'none',
  'directory.problemTypes': 'none',
  'directory.ppksKinds': 'none',
  'directory.organizationKinds': 'none',
  'directory.classifications': 'none',
  'directory.programRules': 'none',
  'organizations.list': 'none',
  'organizations.add': office,
  'organizations.correct': office,
  'registry.state': 'none',
  'registry.lookUp': {
    kind: 'registry',
    purpose: ({ purpose }) => purpose,
    sought: ({ by }) => (by.kind === 'nik' ? by.nik : by.kind === 'kk' ? by.kk : by.kind === 'hit' ? by.ref : by.residentId),
    seen: ({ check }) => [check?.residentId ?? null],
    found: ({ state, person }) => (state.kind === 'ready' ? person !== null : null)
  },
  'registry.recordCheck': { kind: 'registry' },
  'registry.checksOf': { kind: 'registry' },
  'registry.answerOf': read,
  'registry.picture': read,
  'registry.setMeeting': office,
  'extracts.held': 'none',
  // rows of a list that belongs to nobody's record yet
  'extracts.look': { kind: 'registry' },
  'extracts.start': office,
  'extracts.progress': 'none',
  'extracts.cancel': office,
  'extracts.dismiss': 'none',
  'extracts.serve': office,
  'extracts.discard': office,
  'files.places': 'none',
  'files.folder': 'none',
  'files.picture': 'none',
  'visits.checkIn': { ...write, seen: visit => [visit.id] },
  'visits.get': { ...read, seen: card => [card.visit.id, ...card.participants.map(part => part.residentId)] },
  'visits.call': write,
  'visits.serve': write,
  'visits.sendBack': write,
  'visits.markAbsent': write,
  'visits.recordPrivacyNotice': write,
  'visits.addParticipant': write,
  'visits.removeParticipant': write,
  // half-typed fields never leave this desk and end as a write or not at all
  'visits.saveDraft': 'none',
  'visits.draft': read,
  'visits.dropDraft': 'none',
  'intake.waiting': 'none',
  'intake.list': {
    ...read,
    seen: cards => cards.flatMap(({ state }) => (state.kind === 'taken' ? [state.residentId, state.visitId] : []))
  },
  'intake.takeOver': { ...write, seen: ({ state }) => (state.kind === 'taken' ? [state.residentId, state.visitId] : []) },
  'intake.setAside': write,
  'cases.board': { ...read, seen: board => idsOf(board.visits) },
  'cases.open': { ...write, seen: opened => [opened.id] },
  'cases.get': { ...read, seen: card => casesOf([card.case]) },
  'cases.ofVisit': { ...read, seen: casesOf },
  'cases.ofResident': { ...read, seen: casesOf },
  'cases.listOpen': { ...read, seen: ({ lines }) => casesOf(lines) },
  'cases.checkDocuments': write,
  'cases.note': write,
  'cases.end': write,
  'cases.move': write,
  'cases.close': write,
  'cases.reopen': write,
  'cases.hand': write,
  'cases.finishVisit': write,
  'cases.closeDay': office,
  'proposals.propose': { ...write, seen: proposal => [proposal.id] },
  'proposals.ofResident': { ...read, seen: casesOf },
  'proposals.counts': 'none',
  'proposals.list': { ...read, seen: ({ lines }) => casesOf(lines) },
  'proposals.answer': { ...write, seen: proposal => [proposal.id, proposal.residentId] },
  'proposals.exportReady': { kind: 'export', seen: ({ batchId }) => [batchId] },
  'proposals.exportAgain': { kind: 'export', seen: ({ batchId }) => [batchId] },
  'proposals.batches': 'none',
  // numbers alone
  'quality.counts': 'none',
  'quality.list': { ...read, seen: ({ lines }) => lines.map(line => line.residentId) },
  'quality.confirm': write,
  'quality.reopen': write,
  'listCheck.check': { kind: 'search', seen: ({ meetings }) => meetings.map(one => one.residentId) },
  'listCheck.export': { kind: 'export' },
  'referrals.draft': write,
  'referrals.send': write,
  'referrals.ofCase': { ...read, seen: idsOf },
  'referrals.listOpen': { ...read, seen: ({ lines }) => lines.flatMap(row => [row.id, row.caseId, row.residentId]) },
  'referrals.byCode': { ...read, seen: referral => (referral ? [referral.id, referral.caseId, referral.residentId] : []) },
  'referrals.answer': write,
  'reports.month': 'none',
  'reports.export': { kind: 'export' },
  'letters.preview': read,
  'letters.issue': { ...write, seen: letter => [letter.id, letter.residentId] },
  'letters.issueAnew': { ...write, seen: letter => [letter.id, letter.residentId] },
  'letters.get': { ...read, seen: card => [card.letter.id, card.letter.residentId] },
  'letters.ofCase': { ...read, seen: idsOf },
  'letters.pdf': read,
  'letters.printers': 'none',
  'letters.print': print,
  'letters.stopPrint': print,
  'letters.answerPrint': print,
  'letters.printCopy': print,
  'letters.handOver': write,
  'letters.void': write,
  'letters.openBook': office,
  'letters.confirmNumbers': office,
  'letters.books': 'none',
  'letters.register': { ...read, seen: view => idsOf(view.letters) },
  'letters.verify': { ...read, seen: found => [found.kind === 'genuine' ? (found.here?.letterId ?? null) : null] },
  'letters.printPaper': print,
  'letters.showPaper': read,
  'search.find': {
    kind: 'search',
    purpose: ({ purpose }) => purpose,
    sought: ({ text }) => text,
    seen: hits =>
      hits.flatMap(hit => {
        // nobody of the register is known here by an id; the lookup that opens them leaves a line of its own
        if (hit.kind === 'registry') return []
        return hit.kind === 'resident'
          ? hit.residentId
          : hit.kind === 'visit'
            ? hit.visitId
            : hit.kind === 'case'
              ? hit.caseId
              : hit.letterId
      })
  },
  'sync.status': 'none',
  'sync.nearby': 'none',
  'sync.join': office,
  'sync.cancelJoin': office,
  'sync.moveServer': office,
  'sync.sendNow': 'none',
  'sync.queue': { ...read, seen: items => items.flatMap(item => idsOf(item.records)) },
  'sync.clashes': { ...read, seen: idsOf },
  'sync.resolve': write,
  'sync.replace': write,
  'sync.receipt': 'none',
  'sync.drives': 'none',
  'sync.writePack': { kind: 'export' },
  'sync.readPacks': office,
  'backups.placeJournal': office,
  'backups.state': 'none',
  'backups.make': office,
  'backups.test': office,
  'backups.postponeTest': office,
  'backups.makeCode': office,
  'backups.keepCode': office,
  'backups.printCode': print,
  'backups.copyToStick': { kind: 'export' },
  'backups.setAside': 'none',
  // a full disk must not keep anybody from making room on it, nor from erasing it
  'backups.shredSetAside': { kind: 'other' },
  'erasure.losses': 'none',
  'erasure.erase': { kind: 'other' },
  'updates.state': 'none',
  'updates.install': office,
  // a desk whose data stay closed has no log to write in; the one that opens afterwards notes that it was recovered
  'recovery.onSticks': 'none',
  'recovery.fromStick': 'none',
  'recovery.tryAgain': 'none',
  'recovery.intake': 'none',
  'recovery.takeIn': 'none',
  'recovery.doors': 'none',
  'recovery.enterCode': 'none',
  'recovery.restore': 'none',
  'recovery.erased': 'none',
  'recovery.beginAnew': 'none',
  'recovery.wayBack': 'none',
  'recovery.goBack': 'none',
  'screens.state': 'none',
  // what is shown was read before, and that left its line
  'screens.showVisitor': 'none',
  'screens.satisfaction': 'none',
  'screens.leaveKiosk': office,
  'audit.list': { kind: 'other' },
  'audit.verify': { kind: 'other' },
  'audit.atDistrict': 'none',
  'subjects.export': { kind: 'export', purpose: ({ purpose }) => purpose }
} as const satisfies { [C in Channel]: Audit<C> }
