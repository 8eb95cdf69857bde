import type { DeskContract } from '#shared/contract'

/** The names alone: all that the sandboxed preload may import. Each feature must name every call; one too many does not compile. */
export const channels = {
  officers: ['list', 'all', 'signIn', 'signOut', 'me', 'add', 'correct', 'resetPin', 'changeMyPin'],
  areas: ['provinces', 'children', 'path', 'searchVillages'],
  office: ['state', 'setUp', 'setUpSample', 'checkLog', 'change', 'signers', 'addSigner', 'correctSigner', 'holidays', 'setHoliday'],
  residents: ['register', 'get', 'correct', 'familyByKk', 'joinFamily', 'leaveFamily'],
  directory: ['services', 'service', 'sectors', 'problemTypes', 'ppksKinds', 'organizationKinds', 'classifications', 'programRules'],
  organizations: ['list', 'add', 'correct'],
  registry: ['recordCheck', 'checksOf'],
  visits: [
    'checkIn',
    'get',
    'call',
    'serve',
    'sendBack',
    'markAbsent',
    'recordPrivacyNotice',
    'addParticipant',
    'removeParticipant',
    'saveDraft',
    'draft',
    'dropDraft'
  ],
  cases: [
    'board',
    'open',
    'get',
    'ofVisit',
    'ofResident',
    'listOpen',
    'checkDocuments',
    'note',
    'end',
    'move',
    'close',
    'reopen',
    'hand',
    'finishVisit',
    'closeDay'
  ],
  referrals: ['draft', 'send', 'ofCase', 'listOpen', 'byCode', 'answer'],
  letters: [
    'preview',
    'issue',
    'get',
    'ofCase',
    'pdf',
    'printers',
    'print',
    'answerPrint',
    'printCopy',
    'handOver',
    'void',
    'openBook',
    'books',
    'register',
    'verify',
    'printPaper',
    'showPaper'
  ],
  search: ['find']
} as const satisfies { readonly [F in keyof DeskContract]: readonly (keyof DeskContract[F])[] }
