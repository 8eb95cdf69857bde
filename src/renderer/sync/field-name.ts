import type { TFunction } from 'i18next'

/** What a field of a record is called where it is filled in; an entity's own name for it comes first. */
const NAMES = {
  name: 'residents.name',
  nik: 'residents.nik',
  noNikReason: 'residents.noNikReason',
  nikOverrideReason: 'residents.overrideReason',
  provisionalId: 'sync.field.provisionalId',
  sex: 'residents.sex',
  birthPlace: 'residents.birthPlace',
  birthDate: 'residents.birthDate',
  religion: 'residents.religion',
  maritalStatus: 'residents.maritalStatus',
  occupation: 'residents.occupation',
  motherName: 'residents.motherName',
  phone: 'residents.phone',
  phoneOwner: 'residents.phoneOwner',
  address: 'residents.address',
  domicile: 'residents.domicile',
  note: 'residents.note',
  mergedInto: 'sync.field.mergedInto',
  kk: 'residents.kk',
  relation: 'residents.relation',
  familyId: 'residents.familyCard',
  residentId: 'residents.title',
  since: 'sync.field.since',
  until: 'sync.field.until',
  presence: 'residents.presence',
  verdict: 'sync.field.verdict',
  status: 'cases.status',
  outcome: 'cases.outcome',
  ending: 'cases.endingAtCounter',
  kind: 'cases.kind',
  sector: 'cases.sector',
  problemType: 'cases.problemType',
  serviceCode: 'cases.service',
  summary: 'cases.summary',
  urgency: 'cases.urgency',
  ownerId: 'cases.owner',
  nextStep: 'cases.nextStep',
  dueOn: 'cases.dueOn',
  openedAt: 'cases.openedAt',
  closedAt: 'sync.field.closedAt',
  reason: 'referrals.reason',
  organizationId: 'referrals.organization',
  sentAt: 'referrals.sentAt',
  replyRoute: 'referrals.route',
  replyNote: 'referrals.answerNote',
  repliedAt: 'sync.field.repliedAt',
  batchId: 'sync.field.batch',
  proposedOn: 'sync.field.proposedOn',
  answerBy: 'sync.field.answerBy',
  answeredOn: 'sync.field.answeredOn',
  answerNote: 'referrals.answerNote',
  code: 'sync.field.code',
  number: 'letters.number',
  type: 'letters.type',
  voidReason: 'letters.voidReason',
  roles: 'settings.officerRoles',
  decreeNumber: 'settings.officerDecree',
  position: 'settings.officerPosition',
  isActive: 'sync.field.isActive',
  pin: 'sync.field.pin',
  nip: 'settings.signerNip',
  rank: 'settings.signerRank',
  capacity: 'settings.signerCapacity',
  onBehalfOf: 'settings.signerOnBehalfOf',
  'organization.name': 'settings.organizationName',
  'organization.address': 'settings.organizationAddress',
  'signer.name': 'settings.signerName'
} as const

const isNamed = (field: string): field is keyof typeof NAMES => Object.hasOwn(NAMES, field)

/** Where the words for a field of a record stand; undefined for one that this version does not know. */
export function fieldKey(entity: string, field: string) {
  const own = `${entity}.${field}`
  if (isNamed(own)) return NAMES[own]
  return isNamed(field) ? NAMES[field] : undefined
}

/** A field of a record in words; one that this version does not know is shown by its code. */
export function fieldName(entity: string, field: string, t: TFunction): string {
  const key = fieldKey(entity, field)
  return key ? t(key) : t('sync.field.other', { field })
}
