import { MATCH_WORDS } from '#shared/residents/match-words'
import type { Codes } from '../id/codes'

export const codes = {
  role: { 'front-office': 'Front office', 'back-office': 'Back office', manager: 'Manager', administrator: 'Administrator' },
  lane: { general: 'General', vulnerable: 'Priority' },
  vulnerableGroup: {
    elderly: 'Elderly',
    disability: 'Person with a disability',
    pregnant: 'Pregnant or nursing',
    infant: 'With a baby or toddler',
    'violence-victim': 'Victim of violence',
    emergency: 'Emergency'
  },
  channel: {
    'walk-in': 'At the counter',
    phone: 'Telephone',
    whatsapp: 'WhatsApp',
    facilitator: 'Through a facilitator',
    puskesos: 'Through a Puskesos',
    lapor: 'Through SP4N-LAPOR!'
  },
  visitStatus: { waiting: 'Waiting', called: 'Called', serving: 'Being served', done: 'Done', 'no-show': 'Absent' },
  participantRole: { reporter: 'Reporter', applicant: 'Applicant', concerned: 'Person concerned', representative: 'Representative' },
  caseKind: { information: 'Information', consultation: 'Consultation', request: 'Request', complaint: 'Complaint', proposal: 'Proposal' },
  ending: { information: 'Information given', consultation: 'Consultation held', request: 'Request taken in', referral: 'Referred' },
  urgency: { normal: 'Normal', urgent: 'Urgent', emergency: 'Emergency' },
  outcome: {
    fulfilled: 'Fulfilled',
    partly: 'Partly fulfilled',
    ineligible: 'Not eligible',
    'quota-full': 'Quota full',
    'data-mismatch': 'Data do not match',
    'no-reply-agency': 'No answer from the agency',
    withdrawn: 'Withdrawn',
    unreachable: 'Cannot be reached',
    deceased: 'Deceased'
  },
  caseStatus: {
    registered: 'Registered',
    'document-check': 'Documents being checked',
    'revision-requested': 'Needs correction',
    'data-verification': 'Data being verified',
    'field-verification': 'Home visit',
    'in-process': 'In hand',
    'awaiting-decision': 'Awaiting a decision',
    'awaiting-signature': 'Awaiting a signature',
    referred: 'Referred',
    'at-agency': 'With the agency',
    'proposed-to-ministry': 'Proposed to the ministry',
    resolved: 'Resolved',
    rejected: 'Rejected',
    cancelled: 'Cancelled',
    duplicate: 'Duplicate',
    invalid: 'Not valid'
  },
  caseEventKind: {
    opened: 'Opened',
    note: 'Note',
    documents: 'Documents checked',
    status: 'Status changed',
    ending: 'Result at the counter',
    contact: 'Resident contacted',
    reopened: 'Opened again',
    letter: 'Letter issued',
    'letter-void': 'Letter voided',
    handed: 'Handed to'
  },
  documentState: { present: 'Here', missing: 'Missing', expired: 'Expired' },
  referralStatus: {
    draft: 'Draft',
    sent: 'Sent',
    accepted: 'Accepted by the agency',
    declined: 'Declined by the agency',
    'in-service': 'Being served',
    completed: 'Completed',
    returned: 'Returned',
    cancelled: 'Cancelled',
    'no-reply': 'No answer yet'
  },
  replyRoute: { 'return-slip': 'Return slip', phone: 'Telephone', 'district-form': 'District form' },
  letterType: {
    'rujukan-kesehatan': 'Health referral letter',
    'rekomendasi-pbi-jk': 'Recommendation to reactivate PBI-JK',
    'keterangan-dtsen': 'Statement of listing in DTSEN',
    'pengantar-dukcapil': 'Cover letter to Dukcapil',
    'rekomendasi-pip': 'Recommendation for PIP/KIP',
    'pengantar-baznas': 'Cover letter to BAZNAS'
  },
  letterStatus: { issued: 'Valid', void: 'Void' },
  printStatus: {
    sending: 'Sent to the printer',
    asked: 'Waiting for your answer',
    printed: 'Printed',
    failed: 'Failed',
    cancelled: 'Cancelled'
  },
  sector: {
    health: 'Health',
    education: 'Education',
    'social-economic': 'Social and economic',
    food: 'Food',
    energy: 'Energy',
    farming: 'Farming',
    fishery: 'Fishery',
    housing: 'Housing',
    'civil-registration': 'Civil registration',
    employment: 'Employment',
    'social-rehabilitation': 'Social rehabilitation',
    disaster: 'Disaster',
    'law-and-violence': 'Law and violence',
    other: 'Other'
  },
  timeLimitUnit: { minutes: 'minutes', 'working-days': 'working days', months: 'months' },
  sex: { male: 'Male', female: 'Female' },
  noNikReason: {
    newborn: 'Newborn',
    homeless: 'Homeless',
    'mental-illness': 'Mental illness',
    'never-recorded': 'Never recorded',
    refused: 'Will not say it',
    foreigner: 'Foreign national',
    forgotten: 'Forgotten, card not brought',
    other: 'Other'
  },
  religion: {
    islam: 'Islam',
    protestant: 'Protestant',
    catholic: 'Catholic',
    hindu: 'Hindu',
    buddhist: 'Buddhist',
    confucian: 'Confucian',
    belief: 'Belief in the One God'
  },
  maritalStatus: { single: 'Single', married: 'Married', divorced: 'Divorced', widowed: 'Widowed' },
  phoneOwner: { self: 'Their own', family: 'Family', neighbour: 'Neighbour', other: 'Somebody else' },
  relation: {
    head: 'Head of family',
    husband: 'Husband',
    wife: 'Wife',
    child: 'Child',
    'child-in-law': 'Child-in-law',
    grandchild: 'Grandchild',
    parent: 'Parent',
    'parent-in-law': 'Parent-in-law',
    'other-relative': 'Other relative',
    helper: 'Helper',
    other: 'Other'
  },
  nikBlock: {
    'not-16-digits': 'A NIK has 16 digits.',
    'all-same-digit': 'All digits are the same: not a NIK.',
    sequence: 'Digits in sequence: not a NIK.',
    'day-out-of-range': 'The day of birth in this NIK is impossible.',
    'month-out-of-range': 'The month of birth in this NIK is impossible.',
    'serial-zero': 'The serial of a NIK is never 0000.'
  },
  nikWarning: {
    'unknown-province': 'The province code in this NIK is unknown.',
    'unknown-district-number': 'The district code in this NIK is unusual.',
    'no-such-day': 'The calendar has no such birth date as in this NIK.',
    'sex-differs': 'The sex differs from the NIK.',
    'birth-date-differs': 'The birth date differs from the NIK.'
  },
  nikPlaceholder: {
    refused: 'Would not say the NIK',
    'none-under-17': 'Under 17 and without a NIK',
    'none-adult': 'Adult without a NIK',
    foreigner: 'Foreign national'
  },
  kkBlock: {
    'not-16-digits': 'A KK number has 16 digits.',
    'all-same-digit': 'All digits are the same: not a KK number.',
    'serial-zero': 'The serial of a KK number is never 0000.'
  },
  kkWarning: {
    'unknown-province': 'The province code in this KK number is unknown.',
    'unknown-district-number': 'The district code in this KK number is unusual.',
    'no-such-day': 'The calendar has no such day as in this KK number.'
  },
  ...MATCH_WORDS.en,
  proposalKind: { 'new-entry': 'New entry', correction: 'Correction', removal: 'Removal', reactivation: 'Reactivation' },
  proposalStatus: {
    ready: 'Ready to propose',
    proposed: 'Proposed',
    approved: 'Approved',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn'
  },
  presence: { deceased: 'Died', moved: 'Moved away' },
  qualityKind: {
    'no-nik': 'No NIK',
    'nik-override': 'NIK accepted with a reason',
    'nik-odd': 'Unusual NIK',
    'nik-sex': 'Sex differs from the NIK',
    'nik-birth': 'Birth date differs from the NIK',
    'no-birth-date': 'No birth date',
    'born-in-future': 'Born in the future',
    'too-old': 'More than 120 years old',
    'no-kk': 'No KK number',
    'no-village': 'No village',
    deceased: 'Died, removal not proposed yet',
    moved: 'Moved away, removal not proposed yet',
    'possible-duplicate': 'Possible duplicates'
  },
  entity: {
    device: 'Device',
    office: 'Office',
    officer: 'Officer',
    signer: 'Signer',
    holiday: 'Holiday',
    organization: 'Organization',
    resident: 'Resident',
    family: 'Family',
    membership: 'Family member',
    pairJudgement: 'Judgement of possible duplicates',
    visit: 'Visit',
    participant: 'Party of a visit',
    dayClosing: 'Day closing',
    registryCheck: 'DTSEN check',
    case: 'Case',
    caseEvent: 'Case history',
    documentCheck: 'Document check',
    proposalBatch: 'List of proposals',
    proposal: 'Proposal',
    referral: 'Referral',
    letterBook: 'Letter book',
    letter: 'Letter',
    letterCopy: 'Copy of a letter',
    handOver: 'Hand-over',
    printAttempt: 'Print attempt'
  },
  refusal: {
    invalid: 'Something in it cannot be accepted by the district.',
    'not-allowed': 'The officer who wrote it has no right to do this.',
    'number-taken': 'Another record of the district already has this number, code or name.',
    'no-such-parent': 'The record it belongs to is not with the district.',
    'not-replaceable': 'The change it replaces can no longer be replaced.'
  }
} satisfies Codes
