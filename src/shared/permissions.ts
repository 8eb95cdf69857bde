import type { DeskContract } from './contract'
import type { Role } from './officers/officer'
import type { ChannelOf } from './rpc/call'

/** Who may make a call: anybody at the desk, any signed-in officer, or the roles named. */
export type Access = 'anybody' | 'signed-in' | readonly Role[]

const counter = ['front-office', 'back-office', 'manager'] as const
const reading = ['front-office', 'back-office', 'manager', 'administrator'] as const
const manager = ['manager'] as const
const administrator = ['administrator'] as const

/** The one table of rights: the guard of every call and the visible buttons come from it. */
export const permissions = {
  'officers.list': 'anybody',
  'officers.all': administrator,
  'officers.signIn': 'anybody',
  'officers.signOut': 'anybody',
  'officers.me': 'anybody',
  'officers.add': administrator,
  'officers.correct': administrator,
  'officers.resetPin': administrator,
  'officers.changeMyPin': 'signed-in',
  'areas.provinces': 'anybody',
  'areas.children': 'anybody',
  'areas.path': 'anybody',
  'areas.searchVillages': 'anybody',
  'office.state': 'anybody',
  'office.setUp': 'anybody',
  'office.setUpSample': 'anybody',
  'office.checkLog': ['manager', 'administrator'],
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
  'residents.leaveFamily': counter,
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
  'registry.recordCheck': counter,
  'registry.checksOf': counter,
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
  'cases.reopen': manager,
  'cases.hand': counter,
  'cases.finishVisit': counter,
  'cases.closeDay': counter,
  'referrals.draft': counter,
  'referrals.send': counter,
  'referrals.ofCase': counter,
  'referrals.listOpen': counter,
  'referrals.byCode': counter,
  'referrals.answer': counter,
  'letters.preview': counter,
  'letters.issue': counter,
  'letters.get': counter,
  'letters.ofCase': counter,
  'letters.pdf': counter,
  'letters.printers': 'signed-in',
  'letters.print': counter,
  'letters.answerPrint': counter,
  'letters.printCopy': counter,
  'letters.handOver': counter,
  'letters.void': ['back-office', 'manager'],
  'letters.openBook': ['manager', 'administrator'],
  'letters.books': 'signed-in',
  'letters.register': counter,
  'letters.verify': 'signed-in',
  'letters.printPaper': counter,
  'letters.showPaper': counter,
  'search.find': counter
} as const satisfies Record<ChannelOf<DeskContract>, Access>

export function mayCall(channel: ChannelOf<DeskContract>, roles: readonly Role[] | undefined): boolean {
  const access: Access = permissions[channel]
  if (access === 'anybody') return true
  if (!roles) return false
  return access === 'signed-in' || access.some(role => roles.includes(role))
}
