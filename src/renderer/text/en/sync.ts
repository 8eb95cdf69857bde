import type { sync as id } from '../id/sync'
import type { Shape } from '../shape'

const safeHere = 'All records are safe on this PC and work can go on.'

export const sync = {
  title: 'Sync',
  lead: 'What has reached the district, and what is still only here',

  bar: {
    open: 'Open the screen Sync',
    alone: 'Not connected to the district',
    joining: 'Compare the number with the district',
    allThere: 'Everything is with the district',
    unsent: '{{n}} not sent yet, oldest {{age}}',
    attachments: 'Attachments not sent yet: {{n}}',
    noLine: 'No network. The data are safe on this PC',
    trouble: 'District not reached. The data are safe on this PC',
    noLineUnsent: 'No network · {{n}} not sent yet, oldest {{age}}',
    troubleUnsent: 'District not reached · {{n}} not sent yet, oldest {{age}}',
    talking: 'Exchanging data…',
    needsYou: '{{n}} to be decided',
    numbering: 'Letters cannot be numbered now',
    clock: 'This PC’s clock is {{span}} off',
    unheard: '{{span}} without the district, {{left}} left',
    unheardTooLong: '{{span}} without the district: some things wait',
    stopsSoon: '{{span}} without the district: residents’ data close in {{left}}',
    stopped: '{{span}} without the district: only today’s residents'
  },

  link: 'Connection to the district',
  district: 'District',
  server: 'Address of the server',
  deskCode: 'This desk',
  lastContact: 'Last contact',
  never: 'Never yet',
  cursor: 'Received up to',
  cursorNo: 'no. {{n}}',
  unsentFact: 'Not sent yet',
  unsentNone: 'Nothing',
  unsentSince_one: '{{count, number}} change, oldest {{age}}',
  unsentSince_other: '{{count, number}} changes, oldest {{age}}',
  attachments: 'Attachments not sent yet',
  file: {
    reference: 'Reference data',
    registry: 'DTSEN data',
    'desk-scopes': 'What each desk holds',
    'registry-difference': 'Update of the DTSEN data',
    escrow: 'The district’s spare key',
    'program-windows': 'New version of Loket SLRT',
    'program-linux': 'New version of Loket SLRT',
    shipped: 'As shipped with the app.',
    none: 'None yet.',
    held: 'The district’s edition “{{label}}” of {{on}}.',
    coming: 'Edition “{{label}}” is on its way: {{have}} of {{size}}.',
    'disk-full': 'Edition “{{label}}” waits: the disk of this PC is nearly full.',
    'newer-program': 'Edition “{{label}}” needs a newer version of the app.',
    'older-program': 'Edition “{{label}}” is older than the program on this PC; nothing needs to be installed.',
    'no-villages':
      'Edition “{{label}}” has nobody of the villages that this desk serves; the old one stays in use. Check the scope on Social registry.',
    unusable: 'Edition “{{label}}” cannot be used; tell the district’s administrator.'
  },
  sendNow: 'Send now',
  sending: 'Sending and receiving. You may go on working.',
  sendingLeft: 'Sending, changes left: {{n}}. You may go on working.',
  sent: 'The district has received everything.',
  line: {
    'no-line': {
      happened: 'There is no network to the district.',
      safe: safeHere,
      todo: 'No need to wait: everything is sent by itself when the network is back. If it is urgent, send it by USB stick.'
    },
    'not-the-server': {
      happened: 'What answered is not the district’s server.',
      safe: `${safeHere} Nothing was sent there.`,
      todo: 'Mostly this is the sign-in page of a Wi-Fi. Sign in to the network first, then press Send now.'
    },
    'certificate-not-now': {
      happened: 'The certificate of the district’s server is not valid on the date of this PC.',
      safe: `${safeHere} Nothing was sent.`,
      todo: 'Check the date and time of this PC. If they are right, ask the district’s administrator to renew the server’s certificate.'
    },
    'certificate-other-name': {
      happened: 'What answered has a certificate for another address.',
      safe: `${safeHere} Nothing was sent there.`,
      todo: 'On a public Wi-Fi, sign in to the network first. If it stays so, call the district’s administrator.'
    },
    'certificate-unknown': {
      happened: 'This PC does not know who issued the certificate of that server.',
      safe: `${safeHere} Nothing was sent there.`,
      todo: 'On a public Wi-Fi, sign in to the network first. If it stays so, somebody may be opening the connection on the way: call the district’s administrator. The server needs a certificate of a public authority.'
    },
    broken: {
      happened: 'The conversation with the district broke off.',
      safe: safeHere,
      todo: 'The desk tries again by itself and goes on from what was received last.'
    },
    protocol: {
      happened: 'The version of Loket SLRT on this PC does not fit the district’s server.',
      safe: safeHere,
      todo: 'Ask the administrator to install the newest version. Everything is sent after that.'
    },
    'wrong-district': {
      happened: 'That server belongs to another district.',
      safe: `${safeHere} Nothing was accepted there.`,
      todo: 'Ask the administrator to check the address of the server.'
    },
    'unknown-device': {
      happened: 'The district’s server does not know this desk.',
      safe: safeHere,
      todo: 'That server may have been put back from an older backup. Ask the district’s administrator for a new one-time code; with it a manager or administrator joins this desk again.'
    },
    unconfirmed: {
      happened: 'The district’s administrator has not compared this desk’s number yet.',
      safe: safeHere,
      todo: 'Phone the district’s administrator and read the number aloud.'
    },
    revoked: {
      happened: 'The district has withdrawn this desk’s permission.',
      safe: safeHere,
      todo: 'Phone the district’s administrator. Do not delete anything from this PC.'
    },
    frozen: {
      happened: 'The district holds this desk back, because two PCs use the same identity.',
      safe: safeHere,
      todo: 'Phone the district’s administrator. Say so if this PC was copied or restored from a backup.'
    },
    replayed: {
      happened: 'The server was given an old message of this desk.',
      safe: safeHere,
      todo: 'The desk tries again by itself. If it happens again, call the district’s administrator.'
    },
    'bad-signature': {
      happened: 'The signature of this desk does not fit the district’s records.',
      safe: safeHere,
      todo: 'Call the district’s administrator.'
    },
    malformed: {
      happened: 'The server could not read what this desk sent.',
      safe: safeHere,
      todo: 'The desk tries again by itself. If it happens again, call the district’s administrator.'
    },
    'too-large': {
      happened: 'What was sent is too large for the server.',
      safe: safeHere,
      todo: 'Call the district’s administrator.'
    },
    layout: {
      happened: 'The district’s server has just been updated and does not know the form of what this desk sent.',
      safe: safeHere,
      todo: 'The desk tries again by itself in a form that every version knows.'
    },
    'too-many': {
      happened: 'The district’s server is busy and does not serve this desk yet.',
      safe: safeHere,
      todo: 'The desk tries again by itself. If it is still so after an hour, call the district’s administrator.'
    },
    'too-much': {
      happened: 'This desk has sent more today than the district takes from one desk in a day.',
      safe: `${safeHere} What other desks write still arrives here.`,
      todo: 'Sending goes on by itself tomorrow. If it should go on sooner, or nobody here has added so much, call the district’s administrator.'
    }
  },

  clockAhead: {
    happened: 'This PC’s clock is {{span}} ahead of the district’s.',
    safe: 'All records are safe and keep their order.',
    todo: 'Set the date and time in Windows before you issue letters: a letter is dated by this PC’s clock.'
  },
  clockBehind: {
    happened: 'This PC’s clock is {{span}} behind the district’s.',
    safe: 'All records are safe and keep their order.',
    todo: 'Set the date and time in Windows before you issue letters: a letter is dated by this PC’s clock.'
  },
  numberingHeld: {
    happened: 'For now no letter can be numbered.',
    safe: 'The records of this PC may not be the newest, for instance after a backup was restored, and no number may be used twice.',
    todo: 'Connect to the district once and press Send now. When everything has been received, letters can be numbered again.'
  },
  numberingLost: {
    happened: 'The letter book of this desk can no longer be used.',
    safe: 'Letters already issued stay valid. This book is closed because its numbers may also be used by another PC.',
    todo: 'Ask a manager or administrator to open a new letter book, with another unit code, in Settings.'
  },

  refusedTitle: 'To be put right',
  refusedNone: 'Nothing came back',
  refusedNoneTeach: 'The district accepts everything this desk has sent.',
  refusedSafe: 'The district keeps this change but has not accepted it. Nothing is lost.',
  refusedTodo: {
    invalid: 'Open the record and put it right, then submit it again.',
    'not-allowed': 'If you have the right to do this, submit it again in your name.',
    'number-taken':
      'Look first at the record that already uses it. If it is the same, cancel this one. If not, submit it again: a ticket or case number becomes the next free one.',
    'no-such-parent': 'Put the record it belongs to right first, then submit this again.',
    'not-replaceable': 'Cancel this one. If it is still needed, write it down anew.'
  },
  refusedLetter:
    'Another letter has this number already. Issue it anew with the next number, then exchange the old paper. If the letter is no longer needed, cancel it.',
  byWhom: '{{name}}, {{at}}',
  byNobody: 'Written {{at}}',
  again: 'Submit again in my name',
  againDone: 'The change is submitted again in your name.',
  takeBack: 'Cancel this change',
  takeBackTitle: 'Cancel this change?',
  takeBackTeach: 'At the district the record stays as it was before this change. The trace is kept, but what it says is no longer used.',
  takeBackLetter: 'This letter becomes void and stays in the book with the reason. Take back the paper that was printed.',
  takenBack: 'The change is cancelled.',
  noRecords: 'A change without a record',

  clashTitle: 'To be decided',
  clashNone: 'Nothing contradicts',
  clashNoneTeach: 'When two officers change the same thing, you choose here which one is right.',
  mine: 'Yours to look after',
  standing: 'Holds now',
  wished: 'Submitted',
  author: '{{name}}, desk {{desk}}, {{at}}',
  someone: 'An officer',
  clock: {
    exact: 'clock agrees',
    ahead: 'that computer’s clock is {{span}} fast',
    behind: 'that computer’s clock is {{span}} slow',
    bounded: '± {{span}}',
    unknown: 'that computer’s clock has not been compared'
  },
  chooseOf: 'Which is right: {{field}}?',
  chooseStep: 'Which step holds?',
  saveChoice: 'Save decision',
  seen: 'I have read this',
  decided: 'The decision about {{title}} is saved.',
  clashKind: {
    'field-moved-on': 'Two officers changed the same thing without knowing of each other. Choose the right one.',
    'status-moved-on': 'Two officers moved the status without knowing of each other. Choose the right one.',
    'already-there': 'This record was made twice. The first one holds.',
    'not-there': 'This change is about a record the district does not have.',
    gone: 'This record was removed before the change arrived.',
    fixed: 'This cannot be changed once it is made. The first one holds.',
    circle: 'Two residents were merged into each other. The first merge holds.'
  },
  empty: '(empty)',
  field: {
    provisionalId: 'Provisional number',
    mergedInto: 'Merged with',
    since: 'Since',
    until: 'Until',
    isActive: 'Still active',
    pin: 'PIN',
    code: 'Code',
    verdict: 'One person?',
    closedAt: 'Closed',
    repliedAt: 'Answered',
    batch: 'List of proposals',
    proposedOn: 'Proposed',
    answerBy: 'Answer hoped for by',
    answeredOn: 'Answered',
    other: 'Other field ({{field}})'
  },

  queue: 'To be sent',
  queueCount: 'Not sent yet: {{n}}, the newest at the bottom',
  queueNone: 'Everything has been sent',
  queueNoneTeach: 'New records stand here until the district has received them.',
  itemsMore: 'and {{n}} more; the next ones come up when those above are done',
  againAll_one: 'Submit this {{count, number}} change again in my name',
  againAll_other: 'Submit these {{count, number}} changes again in my name',
  againAllDone_one: '{{count, number}} change is submitted again in your name.',
  againAllDone_other: '{{count, number}} changes are submitted again in your name.',
  queueMore: 'and {{n}} more',
  waitingTitle: 'Waiting for data of another desk',
  waitingTeach: 'Already with the district, and accepted by itself when the other desk sends. Nothing to do.',

  aloneTitle: 'This desk works alone',
  aloneTeach: 'All records are kept on this PC. Once it is connected, everything is sent to the district, the old records too.',
  joinTitle: 'Connect to the district',
  joinTeach: 'Ask the district’s administrator for the address of the server and a one-time code.',
  joinWho: 'A manager or administrator of this office can connect the desk. Until then the work goes on as usual.',
  joinServer: 'Address of the server',
  joinServerHint: 'For example https://slrt.kendalkab.go.id',
  joinCode: 'One-time code',
  joinCodeHint: 'From the district’s administrator. Capital or small letters are the same.',
  join: 'Connect',
  move: 'Change address',
  joinAgain: 'Join again',
  joinAgainTitle: 'Join the district again',
  joinAgainTeach:
    'The district’s server no longer knows this desk. Ask the district’s administrator for a new code for the letter of this desk. The letter, letter numbers and all records stay, and what the server lost is sent again.',
  moveTitle: 'Change the address of the district’s server',
  moveTeach:
    'For a district that has moved its server. The desk first checks that what answers at the new address is the server of this district. Records, letter numbers and the letter of the desk stay as they are.',
  moveDeed: 'Check and use this address',
  moved: 'The address of the district’s server has been changed.',
  nearby: 'A sample district server was found on this PC',
  nearbyTeach: 'To try it out: the address and the code are already known.',
  nearbyUse: 'Connect to the sample server',
  checkTitle: 'Read this number aloud',
  checkTeach:
    'Phone the district’s administrator and read these six digits. They are typed in at the server, and if they fit this desk is let in.',
  checkNumber: 'Check number',
  cancelJoin: 'Do not join',
  checkWhy: 'If the server does not know the digits, do not go on: somebody may stand between the two computers.',
  checkWaiting: 'Waiting for the agreement of {{server}}. This screen goes on by itself.',
  joined: 'This desk is connected to {{district}}.',

  newPcTitle: 'This office is already known in the district',
  newPcTeach: 'For a further desk or a new PC: once connected, the office’s officers, residents and cases are fetched from the district.',
  newPcFetching: 'Fetching the office from the district',
  newPcFetchingTeach: 'On a slow network this may take some minutes. If it breaks off, it goes on by itself from what was received last.',
  newPcFetched: 'Received up to no. {{n}}',
  newPcAgain: 'Fetch now',
  newPcReplaces: 'This PC is',
  newPcNew: 'A further desk',
  newPcNewMore: 'It fetches the data of the whole district; that can be changed later.',
  newPcReplacesDesk: 'In place of the PC of desk {{desk}}',
  newPcReplacesMore: 'Only the villages which that desk serves: {{villages}}.',
  newPcReady: '{{name}} is ready to be opened',
  newPcReadyTeach: 'This PC becomes desk {{desk}} with a letter book of its own. Sign in with your usual name and PIN.',
  newPcOpen: 'Open this office on this PC',

  newPcPaper: 'Sheet for a new PC',
  stick: 'Send by USB stick',
  stickSteps: { plug: 'Plug in', choose: 'Choose', wait: 'Wait', out: 'Take out' },
  stickPlug: 'Plug in a USB stick',
  stickPlugTeach: 'Any stick will do. It appears here by itself.',
  stickChoose: 'Choose the stick',
  stickDrives: 'USB sticks on this computer',
  stickFree: '{{path}}, free {{size}}',
  stickSave: 'Save to the stick',
  stickRead: 'Read from the stick',
  stickTeach:
    'Save to carry records to the district. Read when you bring its answer. The file is sealed; only the district and this desk can open it.',
  stickWriting: 'Saving. Do not take the stick out.',
  stickReading: 'Reading. Do not take the stick out.',
  stickWritten: 'Saved on the stick',
  stickWrittenTeach: 'You may take the stick out. Give it to the district’s administrator.',
  stickFile: 'File name',
  stickChanges: 'Changes',
  stickSize: 'Size',
  stickReadDone: 'The stick has been read',
  stickReadTeach: 'You may take the stick out.',
  stickNoPacks: 'There is no answer of the district on this stick',
  stickNoPacksTeach:
    'What this desk saved has to be read at the district first. Make sure it is the right stick, or ask the district to save its answer again.',
  packEarlier: 'Read the earlier file first, then this one again',
  packOutcome: {
    taken: 'Taken, changes: {{n}}',
    'nothing-new': 'Read before, nothing new in it',
    'not-for-us': 'Not for this desk, passed over',
    damaged: 'The file is damaged, nothing was taken. Ask for it again',
    'another-version': 'Written by another version of the program. Bring desk and district up to date, then read it again',
    'not-a-pack': 'Not a file of Loket SLRT, passed over'
  },

  receipt: {
    here: 'Saved here',
    fed: 'Received by the district, no. {{n}}',
    waiting: 'With the district, waiting for data of another desk',
    refused: 'To be put right: {{reason}}'
  }
} satisfies Shape<typeof id>
