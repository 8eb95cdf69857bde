import type { RecoveryReasons } from '../id/recovery'

const reasons = {
  'in-use': {
    happened: 'Loket SLRT is already open on this computer.',
    safe: 'The data are safe; the other window is using them.',
    todo: 'Look for the open Loket SLRT window. If there is none, restart the computer.'
  },
  'newer-version': {
    happened: 'These data were written by a newer Loket SLRT.',
    safe: 'The data are safe and unchanged.',
    todo: 'Install the newest Loket SLRT on this computer, then open it again. If that version gives trouble, the data can be put together from the copy made before the update.'
  },
  'foreign-database': {
    happened: 'The data file in this folder does not belong to Loket SLRT.',
    safe: 'That file is left just as it is.',
    todo: 'Ask the administrator to look at the data folder and to move the foreign file elsewhere.'
  },
  damaged: {
    happened: 'The data file is damaged and cannot be read in full.',
    safe: 'The damaged file, the backups and the journal are all kept.',
    todo: 'First plug in the stick with the backups, and the second disk if this computer keeps a journal on one. Then press "Restore now": the data are put together again from backup and journal, usually in under a minute. Delete nothing.'
  },
  'database-missing': {
    happened: 'The data file is no longer in the data folder.',
    safe: 'No new data were made in its place. Whatever backups and journal are still here are kept.',
    todo: 'First plug in the stick with the backups, and the second disk if this computer keeps a journal on one. Then press "Restore now": the data are put together again from backup and journal. Then ask the administrator to check the antivirus.'
  },
  'work-missing': {
    happened: 'The data file can be read, but the last work is no longer in it; a backup knows more.',
    safe: 'The data file, the backups and the journal are kept as they are.',
    todo: 'First plug in the stick with the backups, and the second disk if this computer keeps a journal on one, and press "Try again". If this screen stays, press "Restore now": the data are put together again from the backup. Then ask the administrator to check the antivirus.'
  },
  'key-missing': {
    happened: 'The key that opens the data was not found.',
    safe: 'The data stay locked and whole.',
    todo: 'Choose one of the ways below. Making new data is neither needed nor offered.'
  },
  'key-unreadable': {
    happened: 'The data key is there, but this computer account cannot read it.',
    safe: 'The data stay locked and whole.',
    todo: 'Sign in to the computer with the usual account and try again. If that fails, choose one of the ways below.'
  },
  'no-keychain': {
    happened: 'This computer has no safe place to keep the key of the data.',
    safe: 'Nothing was written yet, and no key was put in the open.',
    todo: 'Ask the administrator to install GNOME Keyring or KWallet, sign in to the computer again, then try again. Data that are here already can be opened with the code, each time the desk is started.'
  },
  'disk-full': {
    happened: 'The disk of this computer is full.',
    safe: 'Everything already saved is safe.',
    todo: 'Make room, for example by emptying the recycle bin and old downloads, then try again.'
  },
  'no-access': {
    happened: 'This computer account may not open the data folder.',
    safe: 'The data are unchanged.',
    todo: 'Ask the administrator to allow reading and writing in the data folder, then try again.'
  },
  'not-opened': {
    happened: 'Loket SLRT failed to open the data because of a fault in the program.',
    safe: 'The data are unchanged.',
    todo: 'Try again, then restart the computer. If it still fails, send the file desk.log in the folder "logs" to an administrator; it holds no data of residents.'
  },
  erased: {
    happened: 'The keys and data of the desk are no longer on this computer.',
    safe: 'What the district has received is still there.',
    todo: 'The computer can be handed over, or set up as a new desk.'
  },
  'not-erased': {
    happened: 'The keys are or are being destroyed, but some files could not be removed yet.',
    safe: 'What is left is not opened any more.',
    todo: 'Close other programs that use the data folder, then try again. If it still fails, delete the data folder from Windows.'
  }
} satisfies RecoveryReasons

export const recovery = {
  title: 'The desk cannot open yet',
  nothingOverwritten: 'No data were overwritten or deleted.',
  happened: 'What happened',
  safe: 'What is safe',
  todo: 'What to do',
  folder: 'Data folder',
  paper: 'Residents can still be helped meanwhile: write in the paper guest book and copy it once the desk is open.',
  restore: 'Restore now',
  restoreOlder: 'Use the copy from before the update',
  restoreOlderSure: 'Sure? The newer data are set aside',
  restoring: 'The data are being put together again. Do not switch the computer off.',
  restored: 'The desk can be used again',
  from: {
    database: 'The data turned out to be whole and are in use again.',
    backup: 'The data were restored from the backup of {{when}}.',
    stick: 'The data were restored from the backup of {{when}} on a stick.',
    journal: 'No backup was whole; the data were put together again from the journal.'
  },
  replayed_one: 'After that backup, {{count, number}} record was brought back from the journal.',
  replayed_other: 'After that backup, {{count, number}} records were brought back from the journal.',
  complete: 'No record was lost.',
  lost_one: 'At least {{count, number}} record could not be brought back. Compare the last day with the paper and type in what is missing.',
  lost_other:
    'At least {{count, number}} records could not be brought back. Compare the last day with the paper and type in what is missing.',
  numbersHeld: 'Letter numbers are held for now. Before a letter is issued the manager compares the last number with the paper.',
  setAside: 'The old files are kept whole in',
  open: 'Open the desk',
  code: 'Code from the envelope, or the district’s answer',
  codeHint: 'Seven groups of four letters, or seventeen words; a QR scanner works too. Capitals do not matter.',
  codeOpen: 'Open with the code',
  doorCode: '1. The recovery code in the office envelope',
  doorCodeSince: 'Made {{when}}. Fetch the envelope and type the code below.',
  doorCodeNone: 'Nothing on this computer opens with a code. If the backups are on a stick, plug that stick in.',
  doorDistrict: '2. Ask the district to open',
  doorDistrictHow:
    'Telephone the administrator of the district and read out this request. Two people there open it together and read back the answer. No network is needed.',
  doorDistrictNone:
    'The district does not hold a key of this desk yet. What was sent to the district is there and can be put on another computer. If the backups are on a stick, plug that stick in.',
  doorDistrictSeveral: 'The stick holds several desks. Read out one after the other until the district names this desk.',
  request: 'Request to the district',
  doorAdministrator: 'Do not delete the data folder: it can still be opened when the code is found.',
  reasons
}
