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
    todo: 'Install the newest Loket SLRT on this computer, then open it again.'
  },
  'foreign-database': {
    happened: 'The data file in this folder does not belong to Loket SLRT.',
    safe: 'That file is left just as it is.',
    todo: 'Ask the administrator to look at the data folder and to move the foreign file elsewhere.'
  },
  damaged: {
    happened: 'The data file is damaged and cannot be read in full.',
    safe: 'The damaged file, the backups and the journal are all kept.',
    todo: 'Delete nothing. Ask the administrator to restore the data from backup and journal.'
  },
  'key-missing': {
    happened: 'The key that opens the data was not found.',
    safe: 'The data stay locked and whole.',
    todo: 'Have the printed recovery code of the office at hand and call the administrator.'
  },
  'key-unreadable': {
    happened: 'The data key is there, but this computer account cannot read it.',
    safe: 'The data stay locked and whole.',
    todo: 'Sign in to the computer with the usual account. If that fails, call the administrator.'
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
  reasons
}
