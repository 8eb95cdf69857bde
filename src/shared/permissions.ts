import type { DeskContract } from './contract'
import type { Role } from './officers/officer'
import type { ChannelOf } from './rpc/call'

/** Who may make a call: anybody at the desk, any signed-in officer, or the roles named. */
export type Access = 'anybody' | 'signed-in' | readonly Role[]
/** A call that nobody makes alone: `by` may make it, and another officer of `second` has to confirm it with a secret of their own. */
export type TwoOfficers = { readonly by: readonly Role[]; readonly second: readonly Role[] }

const counter = ['front-office', 'back-office', 'manager', 'supervisor'] as const
const reading = [...counter, 'administrator'] as const
const leading = ['manager', 'supervisor'] as const
/** Who answers for the registers on a desk. */
const tending = ['manager', 'supervisor', 'administrator'] as const
const watching = ['manager', 'administrator', 'auditor'] as const
const administrator = ['administrator'] as const

/** The one table of rights: the guard of every call and the visible buttons come from it. */
export const permissions = {
  'officers.list': 'anybody',
  'officers.all': ['administrator', 'supervisor'],
  'officers.signIn': 'anybody',
  'officers.chooseSecrets': 'signed-in',
  'officers.signOut': 'anybody',
  'officers.me': 'anybody',
  'officers.lock': 'signed-in',
  'officers.stillHere': 'signed-in',
  'officers.lockAfter': administrator,
  'officers.add': administrator,
  'officers.correct': administrator,
  'officers.resetPin': ['administrator', 'supervisor'],
  // nobody who could help may be left to sign in; the code from the envelope is asked
  'officers.resetWithCode': 'anybody',
  'officers.changeMyPin': 'signed-in',
  'officers.changeMyPassword': 'signed-in',
  'areas.provinces': 'anybody',
  'areas.children': 'anybody',
  'areas.path': 'anybody',
  'areas.searchVillages': 'anybody',
  'office.state': 'anybody',
  'office.setUp': 'anybody',
  'office.setUpSample': 'anybody',
  'office.openHere': 'anybody',
  'office.checkLog': watching,
  'office.change': administrator,
  'office.signers': 'signed-in',
  'office.addSigner': administrator,
  'office.correctSigner': administrator,
  'office.holidays': 'signed-in',
  'office.setHoliday': administrator,
  'residents.register': counter,
  'residents.get': counter,
  'residents.correct': counter,
  'residents.familyByKk': counter,
  'residents.joinFamily': counter,
  'residents.changeKk': counter,
  'residents.leaveFamily': counter,
  'residents.merge': leading,
  'residents.unmerge': { by: leading, second: tending },
  'residents.mergedInto': counter,
  'pairs.counts': counter,
  'pairs.list': counter,
  'pairs.compare': counter,
  'pairs.judge': counter,
  'directory.services': 'signed-in',
  'directory.service': 'signed-in',
  'directory.sectors': 'signed-in',
  'directory.problemTypes': 'signed-in',
  'directory.ppksKinds': 'signed-in',
  'directory.organizationKinds': 'signed-in',
  'directory.classifications': 'anybody',
  'directory.programRules': 'signed-in',
  'organizations.list': 'signed-in',
  'organizations.add': ['back-office', 'manager', 'administrator'],
  'organizations.correct': ['back-office', 'manager', 'administrator'],
  'registry.state': 'signed-in',
  'registry.lookUp': counter,
  'registry.recordCheck': counter,
  'registry.checksOf': counter,
  'registry.answerOf': counter,
  'registry.picture': counter,
  'registry.setMeeting': counter,
  'extracts.held': 'signed-in',
  'extracts.look': tending,
  'extracts.start': tending,
  'extracts.progress': tending,
  'extracts.cancel': tending,
  'extracts.dismiss': tending,
  'extracts.serve': administrator,
  'extracts.discard': tending,
  'files.places': reading,
  'files.folder': reading,
  'files.picture': reading,
  'visits.checkIn': counter,
  'visits.get': counter,
  'visits.call': counter,
  'visits.serve': counter,
  'visits.sendBack': counter,
  'visits.markAbsent': counter,
  'visits.recordPrivacyNotice': counter,
  'visits.addParticipant': counter,
  'visits.removeParticipant': counter,
  'visits.saveDraft': counter,
  'visits.draft': counter,
  'visits.dropDraft': counter,
  'intake.waiting': 'signed-in',
  'intake.list': counter,
  'intake.takeOver': counter,
  'intake.setAside': leading,
  'cases.board': reading,
  'cases.open': counter,
  'cases.get': counter,
  'cases.ofVisit': counter,
  'cases.ofResident': counter,
  'cases.listOpen': counter,
  'cases.checkDocuments': counter,
  'cases.note': counter,
  'cases.end': counter,
  'cases.move': counter,
  'cases.close': counter,
  'cases.reopen': leading,
  'cases.hand': counter,
  'cases.finishVisit': counter,
  'cases.closeDay': counter,
  'proposals.propose': counter,
  'proposals.ofResident': counter,
  'proposals.counts': counter,
  'proposals.list': counter,
  'proposals.answer': counter,
  'proposals.exportReady': { by: ['back-office', ...leading], second: tending },
  'proposals.exportAgain': { by: ['back-office', ...leading], second: tending },
  'proposals.batches': counter,
  'quality.counts': counter,
  'quality.list': counter,
  'quality.confirm': counter,
  'quality.reopen': counter,
  'listCheck.check': counter,
  'listCheck.export': counter,
  'referrals.draft': counter,
  'referrals.send': counter,
  'referrals.ofCase': counter,
  'referrals.listOpen': counter,
  'referrals.byCode': counter,
  'referrals.answer': counter,
  // counts of the office, and nobody's data
  'reports.month': reading,
  'reports.export': reading,
  'letters.preview': counter,
  'letters.issue': counter,
  'letters.issueAnew': counter,
  'letters.get': counter,
  'letters.ofCase': counter,
  'letters.pdf': counter,
  'letters.printers': 'signed-in',
  'letters.print': counter,
  'letters.stopPrint': counter,
  'letters.answerPrint': counter,
  'letters.printCopy': counter,
  'letters.handOver': counter,
  'letters.void': ['back-office', ...leading],
  // whoever confirms reads the last number on the paper too; at a small post that is the counter
  'letters.openBook': { by: ['manager', 'administrator'], second: reading },
  'letters.confirmNumbers': { by: leading, second: reading },
  'letters.books': 'signed-in',
  'letters.register': counter,
  'letters.verify': 'signed-in',
  'letters.printPaper': counter,
  'letters.showPaper': counter,
  'search.find': counter,
  'sync.status': 'anybody',
  'sync.nearby': 'anybody',
  // a new desk has no officers yet; one that has asks for a manager or administrator itself
  'sync.join': 'anybody',
  'sync.cancelJoin': 'anybody',
  'sync.moveServer': ['manager', 'administrator'],
  'sync.sendNow': 'anybody',
  'sync.queue': reading,
  'sync.clashes': reading,
  'sync.resolve': reading,
  'sync.replace': reading,
  'sync.receipt': 'signed-in',
  // a new PC may be filled from a stick before it has anybody
  'sync.drives': 'anybody',
  'sync.writePack': 'signed-in',
  'sync.readPacks': 'anybody',
  'audit.list': watching,
  // says how long the log is and whether it is whole, and shows no line of it
  'audit.verify': 'anybody',
  'audit.atDistrict': watching,
  'subjects.export': { by: leading, second: tending },
  'backups.placeJournal': administrator,
  'backups.state': 'signed-in',
  'backups.make': 'signed-in',
  'backups.test': tending,
  'backups.postponeTest': tending,
  'backups.makeCode': { by: administrator, second: tending },
  'backups.keepCode': administrator,
  'backups.printCode': administrator,
  'backups.copyToStick': ['manager', 'administrator'],
  'backups.setAside': administrator,
  'backups.shredSetAside': { by: administrator, second: tending },
  'erasure.losses': administrator,
  'erasure.erase': { by: administrator, second: tending },
  'updates.state': 'signed-in',
  'updates.install': administrator,
  // of a desk whose data stay closed, nobody can be signed in; an open one refuses them
  'recovery.onSticks': 'anybody',
  'recovery.fromStick': 'anybody',
  'recovery.tryAgain': 'anybody',
  // residents are taken in although nobody can sign in; what was written is told by number and name alone
  'recovery.intake': 'anybody',
  'recovery.takeIn': 'anybody',
  'recovery.doors': 'anybody',
  'recovery.enterCode': 'anybody',
  'recovery.restore': 'anybody',
  'recovery.erased': 'anybody',
  'recovery.beginAnew': 'anybody',
  'recovery.wayBack': 'anybody',
  'recovery.goBack': 'anybody',
  'screens.state': 'anybody',
  'screens.showVisitor': counter,
  'screens.satisfaction': counter,
  'screens.leaveKiosk': ['manager', 'supervisor', 'administrator']
} as const satisfies Record<ChannelOf<DeskContract>, Access | TwoOfficers>

type RightOf<C extends ChannelOf<DeskContract>> = (typeof permissions)[C]
/** The calls that two officers make together. */
export type ChannelForTwo = { [C in ChannelOf<DeskContract>]: RightOf<C> extends TwoOfficers ? C : never }[ChannelOf<DeskContract>]

/** What a desk does not do once it has not heard its district for `UNHEARD_DAYS`. Nobody who stands at the counter waits for any of it. */
const AFTER_DISTRICT: readonly ChannelOf<DeskContract>[] = [
  'officers.add',
  'officers.correct',
  'proposals.exportReady',
  'proposals.exportAgain',
  'listCheck.export',
  'backups.makeCode'
]
export const needsDistrict = (channel: ChannelOf<DeskContract>): boolean => AFTER_DISTRICT.includes(channel)

const rightOf = (channel: ChannelOf<DeskContract>): Access | TwoOfficers => permissions[channel]
const needsTwo = (right: Access | TwoOfficers): right is TwoOfficers => typeof right === 'object' && 'second' in right

/** The roles of which another officer has to confirm the call; null when whoever may make it makes it alone. */
export function secondOf(channel: ChannelOf<DeskContract>): readonly Role[] | null {
  const right = rightOf(channel)
  return needsTwo(right) ? right.second : null
}

export const isForTwo = (channel: ChannelOf<DeskContract>): channel is ChannelForTwo => secondOf(channel) !== null

export function mayCall(channel: ChannelOf<DeskContract>, roles: readonly Role[] | undefined): boolean {
  const right = rightOf(channel)
  const access = needsTwo(right) ? right.by : right
  if (access === 'anybody') return true
  if (!roles) return false
  return access === 'signed-in' || access.some(role => roles.includes(role))
}
