import { counted } from '#shared/counted'
import { formatDate } from '#shared/local-date-input'
import { UNHEARD_STOP_DAYS } from '#shared/sync/unheard'
import type { ProblemTexts } from '../problem'
import { codes } from './codes'
import { importProblems } from './import-problems'
import { recovery } from './recovery'
import { unconfirmed } from './unconfirmed'
import { updateProblems } from './update-problems'

const nothingSent = 'Nothing has changed and no data were sent.'
const nothingChanged = 'Nothing has changed and what you typed is still there.'
const wordOf = (words: Record<string, string>, code: string) => words[code] ?? code
const list = (items: readonly string[]) => items.join(', ')

export const problems: ProblemTexts = {
  ...importProblems,
  'invalid-input': ({ fields }) => ({
    happened: 'Something that was filled in cannot be accepted.',
    safe: nothingChanged,
    todo: fields.length > 0 ? `Please check: ${list(fields)}.` : 'Please check what you typed.'
  }),
  unexpected: ({ reference }) => ({
    happened: 'The program ran into trouble.',
    safe: 'Everything already saved is safe.',
    todo: reference ? `Try once more. If it happens again, tell the administrator the code ${reference}.` : 'Try once more.'
  }),
  'disk-full': () => ({
    happened: 'The disk of this computer is full, so this is not saved yet.',
    safe: 'Everything saved before is safe.',
    todo: 'Make room on the disk, then try again. Leave this screen open.'
  }),
  'not-signed-in': () => ({
    happened: 'You are not signed in.',
    safe: 'The data are safe.',
    todo: 'Sign in with your name and PIN, then do it again.'
  }),
  locked: () => ({
    happened: 'The screen is locked.',
    safe: 'The data and what you typed are safe.',
    todo: 'Unlock it with the PIN, then try again.'
  }),
  'not-allowed': () => ({
    happened: 'Your role may not do this.',
    safe: 'Nothing has changed.',
    todo: 'Ask a colleague who may.'
  }),
  'district-unheard': ({ days }) => ({
    ...(days >= UNHEARD_STOP_DAYS
      ? {
          happened: `This desk has not heard from the district for ${counted(days, 'day')}, so data of other residents are not shown.`,
          safe: 'All data are whole. Whoever comes today is received, recorded and given letters.'
        }
      : {
          happened: `This desk has not heard from the district for ${counted(days, 'day')}, so exports, the recovery code and changes of officers wait.`,
          safe: 'Receiving people, searching and letters go on as usual.'
        }),
    todo: 'Connect to the district once on the Sync screen, or read a stick from the district.'
  }),
  'not-confirmed': ({ why, seconds }) => ({ safe: 'Nothing has changed.', ...unconfirmed(seconds)[why] }),
  'no-such-call': () => ({
    happened: 'The program asked for something unknown.',
    safe: 'Nothing has changed.',
    todo: 'Close Loket SLRT and open it again. If it happens again, call the administrator.'
  }),
  'too-many-calls': () => ({
    happened: 'The app asked for too many things at once.',
    safe: nothingChanged,
    todo: 'Wait a few seconds, then try again.'
  }),
  'no-visitor-screen': () => ({
    happened: 'The visitor’s screen is not open on this computer.',
    safe: nothingChanged,
    todo: 'Ask an administrator to add it, or show the visitor your own screen.'
  }),
  'no-kiosk': () => ({
    happened: 'The desk does not run as a kiosk.',
    safe: 'Nothing has changed.',
    todo: 'Close its window as usual.'
  }),
  'desk-closed': ({ reason }) => recovery.reasons[reason],
  'not-found': () => ({
    happened: 'What you asked for is no longer there.',
    safe: 'Nothing has changed.',
    todo: 'Go back and search once more.'
  }),

  'wrong-pin': () => ({ happened: 'That PIN does not match.', safe: 'Nothing has changed.', todo: 'Please try once more.' }),
  'wrong-password': () => ({ happened: 'That password does not match.', safe: 'Nothing has changed.', todo: 'Please try once more.' }),
  'password-needed': () => ({
    happened: 'The PIN alone is not enough on this PC.',
    safe: 'The office data are safe.',
    todo: 'Sign in with your password.'
  }),
  'help-needed': () => ({
    happened: 'Too many wrong tries.',
    safe: 'The office data are safe.',
    todo: 'Ask a supervisor or administrator for a new PIN.'
  }),
  'must-choose': () => ({
    happened: 'You have not chosen a PIN of your own yet.',
    safe: 'Nothing has changed.',
    todo: 'Choose a PIN (and a password) first, then try again.'
  }),
  'own-secret': () => ({
    happened: 'Your own PIN is not replaced here.',
    safe: 'Nothing has changed.',
    todo: 'Use Change PIN or password in the menu of your name: it asks for the old one. If you forgot it, ask another administrator, or use the recovery code on the sign-in screen.'
  }),
  'nothing-to-choose': () => ({
    happened: 'Your PIN and password have been chosen already.',
    safe: 'Nothing has changed.',
    todo: 'Use Change PIN or password in the menu of your name, or ask a supervisor for a new PIN.'
  }),
  'weak-pin': ({ why }) => ({
    happened: {
      repeated: 'This PIN repeats the same digits.',
      sequence: 'This PIN is a run of digits.',
      date: 'This PIN can be read as a date.',
      common: 'Too many people use this PIN.'
    }[why],
    safe: nothingChanged,
    todo: 'Choose six other digits without a pattern.'
  }),
  'no-password': () => ({
    happened: 'This account signs in with a PIN alone; it has no password yet.',
    safe: 'Nothing has changed.',
    todo: 'Officers of the sample office have none. For another account, ask the administrator for a new PIN: a password is then chosen at the sign-in.'
  }),
  'weak-password': ({ why }) => ({
    happened: {
      'too-short': 'This password is too short.',
      personal: 'This password is built on your name, the office or its place.',
      guessable: 'This password is easy to guess.'
    }[why],
    safe: nothingChanged,
    todo: 'Use at least 12 letters, for instance four words that have nothing to do with each other.'
  }),
  wait: ({ seconds }) => ({
    happened: 'The PIN was wrong too often.',
    safe: 'The office data are safe.',
    todo: `Wait ${counted(seconds, 'second')}, then try again.`
  }),
  'name-taken': () => ({
    happened: 'There already is an officer of this name.',
    safe: nothingChanged,
    todo: 'Make the names differ, for example by a family name.'
  }),
  'last-administrator': () => ({
    happened: 'This is the last administrator of the office.',
    safe: nothingChanged,
    todo: 'Make another officer an administrator first.'
  }),

  'unknown-area': () => ({ happened: 'This area code is unknown.', safe: nothingChanged, todo: 'Choose the area from the list.' }),
  'already-set-up': () => ({
    happened: 'The office on this computer is already set up.',
    safe: 'The data of the office are unchanged.',
    todo: 'Close Loket SLRT, open it again and sign in.'
  }),
  'unknown-district': () => ({ happened: 'This district is unknown.', safe: nothingChanged, todo: 'Choose the district from the list.' }),
  'bad-number-pattern': () => ({
    happened: 'The pattern of the letter number is not right yet.',
    safe: nothingChanged,
    todo: 'It needs the sequence number and the year, and only the words on offer.'
  }),
  'unit-code-taken': ({ unitCode }) => ({
    happened: `Another desk uses or has used the unit code ${unitCode}.`,
    safe: nothingChanged,
    todo: 'Write another code: two desks with one code could give the same letter number.'
  }),
  'no-administrator': () => ({
    happened: 'No officer has the administrator role yet.',
    safe: nothingChanged,
    todo: 'Give at least one officer the administrator role.'
  }),

  'nik-blocked': ({ blocks }) => ({
    happened: 'This NIK cannot be saved.',
    safe: nothingChanged,
    todo: `${blocks.map(block => wordOf(codes.nikBlock, block)).join(' ')} Compare it with the KTP or KK; if there is none, leave it empty and choose the reason.`
  }),
  'nik-taken': ({ name }) => ({
    happened: `This NIK is already registered for ${name}.`,
    safe: nothingChanged,
    todo: 'Open that resident. If it is somebody else, check the NIK on the KTP.'
  }),
  'nik-taken-by-other': () => ({
    happened: 'This NIK is registered already, but the record is not shown until the district has been heard.',
    safe: nothingChanged,
    todo: 'Leave the NIK empty, choose a reason and save: the resident is served, and the two records are compared later.'
  }),
  'nik-or-reason': () => ({
    happened: 'The NIK is empty and no reason was chosen.',
    safe: nothingChanged,
    todo: 'Fill in the NIK, or choose why there is none. The resident is served all the same.'
  }),
  'kk-blocked': ({ blocks }) => ({
    happened: 'This KK number cannot be saved.',
    safe: nothingChanged,
    todo: `${blocks.map(block => wordOf(codes.kkBlock, block)).join(' ')} Compare it with the family card, or leave it empty for now.`
  }),
  'phone-invalid': () => ({
    happened: 'The phone number is not right yet.',
    safe: nothingChanged,
    todo: 'Type for example 0812 3456 7890 or (0294) 381234, or leave it empty.'
  }),
  'visit-not-serving': () => ({
    happened: 'The registry is opened only for a visit that is being served.',
    safe: 'No data were opened.',
    todo: 'Serve the visit first, then check again.'
  }),
  'number-unreadable': () => ({
    happened: 'This number does not have 16 digits yet.',
    safe: nothingChanged,
    todo: 'Check the NIK or KK number, then look it up again.'
  }),
  'looked-in-future': () => ({
    happened: 'The day of looking in SIKS-NG has not come yet.',
    safe: nothingChanged,
    todo: 'Enter today or an earlier day.'
  }),
  'picture-too-large': () => ({
    happened: 'This picture is larger than 5 MB.',
    safe: nothingChanged,
    todo: 'Crop it to what is needed, or choose another one.'
  }),
  'not-a-picture': () => ({
    happened: 'This file is no PNG or JPEG picture.',
    safe: nothingChanged,
    todo: 'Choose another picture, or save without one.'
  }),
  'meeting-in-past': () => ({
    happened: 'This day of a meeting has passed.',
    safe: nothingChanged,
    todo: 'Enter the day of the next meeting.'
  }),
  'set-by-district': () => ({
    happened: 'The district has set what this desk holds.',
    safe: nothingChanged,
    todo: 'Ask the district’s administrator if it has to change.'
  }),
  'unknown-village': () => ({
    happened: 'This village is unknown.',
    safe: nothingChanged,
    todo: 'Choose the village from the search list.'
  }),
  'birth-date-in-future': () => ({
    happened: 'The birth date lies in the future.',
    safe: nothingChanged,
    todo: 'Check the year of birth.'
  }),
  'possible-duplicates': ({ candidates }) => ({
    happened: `Somebody similar is known already (${candidates.length}).`,
    safe: 'Nothing has been saved and what you typed is still there.',
    todo: 'Compare first: choose the same person, or say that this is somebody else.'
  }),
  'family-not-found': () => ({
    happened: 'This family is no longer there.',
    safe: nothingChanged,
    todo: 'Search again by KK number, or start a new family.'
  }),
  'unknown-service': () => ({
    happened: 'The catalogue has no such service.',
    safe: 'Nothing has changed.',
    todo: 'Choose a service from the catalogue.'
  }),
  'decile-without-listing': () => ({
    happened: 'There is a decile although the resident is said not to be listed.',
    safe: nothingChanged,
    todo: 'Clear the decile, or change the answer to listed.'
  }),

  'day-closed': () => ({
    happened: 'Today has been closed.',
    safe: 'Today’s records are safe.',
    todo: 'If somebody still comes, give a new ticket: the day is open again until it is closed once more.'
  }),
  'not-from-here': ({ status }) => ({
    happened: `Not possible now, because the state is: ${wordOf({ ...codes.referralStatus, ...codes.visitStatus }, status)}.`,
    safe: 'Nothing has changed.',
    todo: 'A colleague may have dealt with it. Look at the newest state on the screen.'
  }),
  'visit-over': () => ({
    happened: 'This visit is over.',
    safe: 'The records of the visit are safe.',
    todo: 'If the resident still needs help, give a new ticket.'
  }),
  'visit-not-being-served': () => ({
    happened: 'This visit is not being served yet.',
    safe: nothingChanged,
    todo: 'Press Serve on the Today screen, then do it again.'
  }),
  'resident-not-found': () => ({
    happened: 'This resident is no longer there.',
    safe: nothingChanged,
    todo: 'Search for the resident again.'
  }),
  'service-not-found': () => ({
    happened: 'The catalogue has no such service.',
    safe: nothingChanged,
    todo: 'Choose another service from the list.'
  }),
  'case-closed': () => ({
    happened: 'This case is closed.',
    safe: 'The case is unchanged.',
    todo: 'Ask a manager to open it again, or open a new case.'
  }),
  'due-in-past': () => ({ happened: 'The follow-up day has passed.', safe: nothingChanged, todo: 'Fill in today or a later day.' }),
  'already-ended': () => ({
    happened: 'This case already has a result.',
    safe: 'The result is unchanged.',
    todo: 'Add a note if something is missing.'
  }),
  'illegal-move': ({ from, to }) => ({
    happened: `The state cannot go from ${wordOf({ ...codes.referralStatus, ...codes.proposalStatus, ...codes.caseStatus }, from)} to ${wordOf({ ...codes.referralStatus, ...codes.proposalStatus, ...codes.caseStatus }, to)}.`,
    safe: 'Nothing has changed.',
    todo: 'Choose one of the steps on offer.'
  }),
  'case-not-found': () => ({ happened: 'This case is no longer there.', safe: nothingChanged, todo: 'Open the case again.' }),
  'already-proposed': ({ recordedOn }) => ({
    happened: `The same was already written down as a proposal on ${formatDate(recordedOn, 'en')}.`,
    safe: 'That proposal is unchanged.',
    todo: 'See on the Proposals screen where it stands.'
  }),
  'nothing-ready': () => ({
    happened: 'There is no new proposal to export.',
    safe: 'The earlier lists are still there.',
    todo: 'An earlier list can be written again from Lists of proposals.'
  }),
  'not-closed': () => ({ happened: 'This case is still open.', safe: 'Nothing has changed.', todo: 'Just go on with it.' }),
  'officer-not-found': () => ({ happened: 'This officer is no longer active.', safe: nothingChanged, todo: 'Choose another officer.' }),
  'no-case': () => ({
    happened: 'This visit has no case yet.',
    safe: 'The visit stays open.',
    todo: 'First write down what the resident came for, even if it was only a question.'
  }),
  'cases-without-ending': ({ numbers }) => ({
    happened: `There are cases without a result: ${list(numbers)}.`,
    safe: 'The visit stays open.',
    todo: 'Give each case a result: information, consultation, request or referral.'
  }),
  'already-closed': () => ({
    happened: 'Today has been closed already.',
    safe: 'Today’s records are safe.',
    todo: 'There is nothing left to do.'
  }),
  'visits-open': ({ tickets }) => ({
    happened: `The day cannot be closed yet: ${list(tickets)} not finished.`,
    safe: 'All records are saved.',
    todo: 'Finish each of these tickets, or mark them absent.'
  }),

  'organization-not-found': () => ({
    happened: 'This organization was not found.',
    safe: nothingChanged,
    todo: 'Choose another organization from the list.'
  }),
  'unknown-letter-type': () => ({
    happened: 'This kind of letter is unknown.',
    safe: nothingChanged,
    todo: 'Choose the kind from the list.'
  }),
  'missing-facts': ({ facts }) => ({
    happened: 'The letter is not complete yet.',
    safe: 'No number has been used.',
    todo: `Fill in first: ${list(facts)}.`
  }),
  'signer-not-found': () => ({
    happened: 'This signer is no longer active.',
    safe: 'No number has been used.',
    todo: 'Choose another signer.'
  }),
  'similar-letter-valid': ({ number, issuedOn }) => ({
    happened: `A letter of this kind is still valid: ${number}, ${formatDate(issuedOn, 'en')}.`,
    safe: 'No number has been used.',
    todo: 'Hand over a copy of that letter, or issue a new one if it is really needed.'
  }),
  'book-not-open': ({ year }) => ({
    happened: `The letter book of ${year} is not open yet.`,
    safe: 'No number has been used.',
    todo: 'Ask a manager or administrator to open it under Settings, Letter books.'
  }),
  'date-before-last': ({ lastIssuedOn }) => ({
    happened: `The date of the computer is before the last letter (${formatDate(lastIssuedOn, 'en')}).`,
    safe: 'No number has been used.',
    todo: 'Put the date of the computer right, then issue again.'
  }),
  'date-doubtful': ({ issuedOn }) => ({
    happened: `The date of the computer (${formatDate(issuedOn, 'en')}) seems to be wrong.`,
    safe: 'No number has been used.',
    todo: 'Put the clock of the computer right, then issue again.'
  }),
  'page-does-not-fit': () => ({
    happened: 'The letter does not fit on the paper.',
    safe: 'No number has been used.',
    todo: 'Shorten the text or the list of copies, then try again.'
  }),
  'spooler-down': () => ({
    happened: 'The print service of this computer does not answer.',
    safe: 'The letter and its number are saved.',
    todo: 'Switch the printer on and check its cable, then try again. The letter can be printed later.'
  }),
  'printer-not-found': () => ({
    happened: 'This printer was not found.',
    safe: 'The letter and its number are saved.',
    todo: 'Choose another printer, or connect it and try again.'
  }),
  'attempt-open': () => ({
    happened: 'The last print has not been answered yet.',
    safe: 'The letter and its number are saved.',
    todo: 'First answer: did the paper come out well?'
  }),
  'already-printed': () => ({
    happened: 'This letter has been printed.',
    safe: 'The letter is unchanged.',
    todo: 'For another sheet print a copy and give the reason.'
  }),
  'letter-void': () => ({
    happened: 'This letter is void.',
    safe: 'Its number stays in the book as void.',
    todo: 'Issue a new letter if it is still needed.'
  }),
  'not-asked': () => ({
    happened: 'This print has been answered.',
    safe: 'The first answer stands.',
    todo: 'Look at the print history of the letter.'
  }),
  'never-printed': () => ({
    happened: 'This letter has never been printed.',
    safe: 'The letter is unchanged.',
    todo: 'Print the original first, then copies.'
  }),
  'already-void': () => ({ happened: 'This letter is void already.', safe: 'Nothing has changed.', todo: 'There is nothing left to do.' }),
  'already-open': () => ({
    happened: 'The letter book of that year is open already.',
    safe: 'The running numbers are unchanged.',
    todo: 'Go on with the book there is.'
  }),
  'not-this-year': () => ({
    happened: 'A book can be opened for the current year only.',
    safe: 'Nothing has changed.',
    todo: 'Choose the current year, or put the date of the computer right.'
  }),

  'nothing-to-confirm': () => ({
    happened: 'This resident is no longer on that list.',
    safe: 'Nothing has changed.',
    todo: 'A colleague may have repaired or checked it already. Look at the screen as it is now.'
  }),
  'changed-meanwhile': () => ({
    happened: 'While this form was open, this was changed elsewhere.',
    safe: 'What you typed is still here and has not been saved.',
    todo: 'Compare it with what is written down now. If what you typed is right, save once more.'
  }),
  'already-merged': () => ({
    happened: 'One of these two records has already been merged.',
    safe: 'Nothing has changed.',
    todo: 'Open the merged record. If it was a mistake, separate it there.'
  }),
  'not-merged': () => ({
    happened: 'This record is not merged with another.',
    safe: 'Nothing has changed.',
    todo: 'A colleague may have separated it already. Look at the screen as it is now.'
  }),
  'no-line': () => ({
    happened: 'The district’s server cannot be reached.',
    safe: nothingChanged,
    todo: 'Check the cable or Wi-Fi and the address of the server, then try again.'
  }),
  'not-the-server': () => ({
    happened: 'What answers at that address is not a district server.',
    safe: nothingSent,
    todo: 'Check the address letter by letter. On a public Wi-Fi, sign in to the network first.'
  }),
  'certificate-not-now': () => ({
    happened: 'The certificate of the district’s server is not valid on the date of this PC.',
    safe: nothingSent,
    todo: 'Check the date and time of this PC. If they are right, ask the district’s administrator to renew the server’s certificate.'
  }),
  'certificate-other-name': () => ({
    happened: 'What answered has a certificate for another address.',
    safe: nothingSent,
    todo: 'Check the address letter by letter. On a public Wi-Fi, sign in to the network first.'
  }),
  'certificate-unknown': () => ({
    happened: 'This PC does not know who issued the certificate of that server.',
    safe: nothingSent,
    todo: 'On a public Wi-Fi, sign in to the network first. If it stays so, call the district’s administrator: the server needs a certificate of a public authority.'
  }),
  'other-district': () => ({
    happened: 'What answers at that address is not the server of this district, or does not let this desk in.',
    safe: 'The old address stays in use, and all records are safe on this PC.',
    todo: 'Check the address letter by letter and ask the district’s administrator. A server that was set up anew without a backup does not know the desks from before.'
  }),
  'too-many-joins': ({ seconds }) => ({
    happened: 'Joining was tried too often from this network.',
    safe: nothingSent,
    todo: `Wait ${counted(seconds, 'second')}, then try again.`
  }),
  'unknown-code': () => ({
    happened: 'The server does not know this code.',
    safe: nothingChanged,
    todo: 'Check the code, or ask the district’s administrator for a new one.'
  }),
  'code-expired': () => ({
    happened: 'This code has expired.',
    safe: nothingChanged,
    todo: 'Ask the district’s administrator for a new one.'
  }),
  'code-used': () => ({
    happened: 'This code has been used.',
    safe: nothingChanged,
    todo: 'Ask for a new one. If it was not you who used it, tell the district’s administrator.'
  }),
  'code-dead': () => ({
    happened: 'This code was switched off after too many wrong tries.',
    safe: nothingChanged,
    todo: 'Ask the district’s administrator for a new one.'
  }),
  'already-joined': () => ({
    happened: 'This desk is already connected to the district.',
    safe: 'The connection has not changed.',
    todo: 'There is nothing left to do.'
  }),
  'insecure-address': () => ({
    happened: 'This address is not safe for the data of residents.',
    safe: nothingSent,
    todo: 'Use an address that begins with https:// and ask the district’s administrator if there is none.'
  }),
  'desk-taken': ({ letter }) => ({
    happened: `The district has a desk ${letter} already, and this desk uses the letter ${letter} too.`,
    safe: 'All records are safe on this PC, you can go on working, and your code is not used up.',
    todo: 'Numbers that are printed cannot be changed. Speak with the district’s administrator: a PC that was never used can join as a further desk.'
  }),
  'desk-other': ({ letter }) => ({
    happened: `This code was made for another desk, not for desk ${letter}.`,
    safe: 'Nothing has changed and that code is not used up.',
    todo: `Ask the district’s administrator for a code for desk ${letter}.`
  }),
  'refused-by-server': ({ reason }) => ({
    happened: `The district’s server refused this desk (${reason}).`,
    safe: nothingChanged,
    todo: 'Read the words in brackets to the district’s administrator.'
  }),
  'moved-on': () => ({
    happened: 'This record has changed again since you read it.',
    safe: 'Your decision is not saved yet and nothing is lost.',
    todo: 'Read the newest values on the screen, then choose once more.'
  }),
  'not-joined': () => ({
    happened: 'This desk is not connected to the district.',
    safe: 'All records are safe on this PC.',
    todo: 'Ask a manager or administrator to connect it on the screen Sync.'
  }),
  ...updateProblems,
  'no-backup': () => ({
    happened: 'There is no backup that can be used yet.',
    safe: 'All records are safe on this PC and in the journal.',
    todo: 'Make a backup now, then repeat.'
  }),
  'not-whole': () => ({
    happened: 'The new backup cannot be read back whole, so it is not used.',
    safe: 'The data in use and the earlier backups are unchanged.',
    todo: 'Try once more. If it happens again the disk of this PC may be failing: call the administrator today.'
  }),
  'not-due': () => ({
    happened: 'No trial restore is due, so there is nothing to put off.',
    safe: 'Nothing was changed.',
    todo: 'Go on working; the desk asks when it is time.'
  }),
  'not-written': () => ({
    happened: 'The backup could not be written.',
    safe: 'The data in use and the earlier backups are unchanged.',
    todo: 'Try once more. If it happens again, ask the administrator to look at the data folder.'
  }),
  'still-closed': ({ reason }) => recovery.reasons[reason],
  'wrong-code': () => ({
    happened: 'This recovery code does not fit.',
    safe: 'Nothing has changed and the data are whole.',
    todo: 'Check it letter by letter or word by word. Only the newest code, or the answer to a request shown on the screen, is valid.'
  }),
  'not-of-district': () => ({
    happened: 'That file is not this district’s word on this desk.',
    safe: 'The log is as it was; nothing was compared.',
    todo: 'Take the file that the district wrote for this very desk.'
  }),
  'not-new-code': () => ({
    happened: 'This is not the newest code.',
    safe: 'Both codes still open the data.',
    todo: 'Check it letter by letter or word by word. If the paper is lost, make another code.'
  }),
  'no-intake': () => ({
    happened: 'The emergency book cannot be opened on this computer.',
    safe: 'What was written stays locked and whole.',
    todo: 'Write in the paper guest book and copy it once the desk is open.'
  }),
  'already-taken': () => ({
    happened: 'This entry was taken over already.',
    safe: 'The resident and the visit are in the desk’s data.',
    todo: 'Open the visit from the list.'
  }),
  'no-code': () => ({
    happened: 'These data were never given a recovery code.',
    safe: 'The data stay locked and whole.',
    todo: 'Sign in to the computer with the usual account, or hand this computer to the administrator.'
  }),
  'desk-is-open': () => ({
    happened: 'This desk is open already.',
    safe: 'The data are safe and in use.',
    todo: 'Go on working as usual.'
  }),
  'phrase-differs': () => ({
    happened: 'What was typed is not what was asked for, or the number has changed.',
    safe: 'Nothing was erased.',
    todo: 'Read the number once more, then type it exactly as it stands.'
  }),
  'nothing-to-restore': () => ({
    happened: 'Restoring the data does not mend this.',
    safe: 'Nothing was changed.',
    todo: 'Follow the steps on the screen, then try to open again.'
  }),
  'not-shredded': () => ({
    happened: 'Not every file of it could be shredded: another program holds one open, or the disk cannot be written.',
    safe: 'The data in use were not touched. What is left of it stays locked.',
    todo: 'Close other programs, such as an antivirus scan, and shred it once more.'
  }),
  'same-disk': () => ({
    happened: 'That place is on the same disk as the data.',
    safe: 'The journal stays as it was.',
    todo: 'Choose another disk or a stick: nothing else helps when the disk of this computer dies.'
  }),
  'no-drive': () => ({
    happened: 'This USB stick is no longer there.',
    safe: 'All records are safe on this PC.',
    todo: 'Plug it in again, wait until its name appears, then repeat.'
  }),
  'drive-not-written': () => ({
    happened: 'This stick or folder cannot be written, or what was written cannot be read back.',
    safe: 'All records are safe on this PC.',
    todo: 'Move the lock on the stick or take another stick. For a folder on this PC, ask the administrator for the right to write there.'
  }),
  'drive-full': () => ({
    happened: 'This USB stick is full.',
    safe: 'All records are safe on this PC.',
    todo: 'Free some of its space or use another one, then repeat.'
  }),
  'not-yours': () => ({
    happened: 'This desk is in use already; only a manager or an administrator may connect it.',
    safe: nothingChanged,
    todo: 'Ask a manager or administrator to sign in and connect it.'
  }),
  'nothing-offered': () => ({
    happened: 'No office of the district is on this PC yet.',
    safe: 'Nothing is lost.',
    todo: 'Wait until the data of the district have arrived, then try again.'
  }),
  'numbers-held': () => ({
    happened: 'This desk may not number letters yet: there may be used numbers that are not recorded here.',
    safe: 'All records are safe; the letter was not issued.',
    todo: 'Connect to the district once (Synchronization screen, Send now), then issue it again.'
  }),
  'number-known': ({ number }) => ({
    happened: `Letter number ${number} is recorded here already.`,
    safe: nothingChanged,
    todo: `Type ${number} or a greater number.`
  }),
  'numbering-not-held': () => ({
    happened: 'Letter numbers are not held any more.',
    safe: nothingChanged,
    todo: 'Issue the letter as usual.'
  }),
  'numbers-lost': () => ({
    happened: "Another computer has written under this desk's name, so its letter book may not be used any more.",
    safe: 'All records are safe; the letter was not issued.',
    todo: 'Ask a manager to open a new letter book with another unit code in Settings.'
  }),
  'pdf-elsewhere': () => ({
    happened: 'The file of this letter is not on this PC but at the district, or at the desk that issued it.',
    safe: 'The letter and its number are recorded here.',
    todo: 'Connect to the district and try again, or print it at the desk that issued it.'
  }),
  'picture-elsewhere': () => ({
    happened: 'This picture is not on this PC but at the district, or at the desk that recorded it.',
    safe: 'What was found then is recorded here.',
    todo: 'Connect to the district and try again, or look at the desk that recorded it.'
  })
}
