import type { backups as indonesian } from '../id/backups'
import type { Shape } from '../shape'

export const backups: Shape<typeof indonesian> = {
  teach: 'The desk copies its data twice a day, opens the copy and counts what is in it. A copy is locked like the data themselves.',
  make: 'Back up now',
  made: 'Backup made and checked',
  test: 'Try a restore',
  testing: 'The backup is being restored aside. The desk can be used meanwhile.',
  testGood: 'Trial restore went well, {{when}}',
  testGoodMore: '{{changes}} records were read back, {{replayed}} of them from the journal, and they match this desk.',
  testBad: 'Trial restore failed, {{when}}',
  testBadMore: 'The data in use are not affected. Make a new backup, try again, and if it still fails call the administrator today.',
  shelf: 'Backups on this computer',
  holds: '{{changes}} records, {{size}}',
  none: 'No backup yet',
  noneTeach: 'The first one is made by itself soon after the desk is in use. Press F6 to make it now.',
  toStick: 'Back up to a USB stick',
  stickTeach:
    'This stick is remembered: each new backup is copied to it while it is plugged in. Without the recovery code nobody can open it.',
  stickPlug: 'Plug a USB stick into this computer.',
  stickChoose: 'USB stick',
  stickSave: 'Copy the backup',
  stickBusy: 'Copying and reading back. Do not pull out the stick.',
  onStick: 'The backup is on the stick. It may be pulled out.',
  codeNone: 'These data have no recovery code yet',
  codeNoneTeach:
    'If the Windows account is lost or the computer breaks, nobody can open the data or their backups. Make a code now and keep it in a sealed envelope.',
  codeSince: 'Recovery code made {{when}}',
  codeMake: 'Make a recovery code',
  codeMakeNow: 'Make and show it',
  codeTeach:
    'The code is shown once and kept nowhere. Have paper and an envelope ready. The code before stays valid until the new one is on paper.',
  codeTitle: 'Recovery code of the office',
  codeWrite:
    'Print this sheet or write the code on paper, compare it once more, put it in a sealed envelope and lock it away in the office, not with the stick. Letters or words: either is enough.',
  codePrint: 'Print the sheet',
  codeSent: 'The sheet was sent to the printer. Check that the code on paper is the one on the screen.',
  codeNotSent: 'The printer did not take this sheet. Write the code by hand.',
  codeWritten: 'It is on paper and compared',
  codeDrop: 'Do not use this code',
  keepTitle: 'The code on paper',
  keepTeach: 'Take the paper and type its end. From then on this code alone is valid, and the paper with the one before may be destroyed.',
  keepEnd: 'The last three words on the paper',
  keepEndHint: 'Or the last three groups of letters, if that is what you wrote down.',
  keepTeachAll:
    'Take the paper and type the whole code. From then on this code alone is valid, and the paper with the one before may be destroyed.',
  keepAll: 'The code on the paper',
  keepAllHint: 'Letters or words: either is enough.',
  keepOther: 'This is not the end of the new code. Compare the paper once more; if it is wrong, go back and write it again.',
  keep: 'This code is valid now',
  kept: 'The new recovery code is valid',
  newCodeSince: 'A new code of {{when}} has not been confirmed on paper',
  newCodeTeach: 'The code before stays valid. If the new one is on paper, type it here; if not, make another.',
  newCodeFirst:
    'If it is on paper, type it here; if not, make another. Without a code on paper nobody can open the data when the computer breaks.',
  districtNone: 'The district holds no spare key yet. Without the code in the envelope only this computer account can open the data.',
  districtSince: 'The district can open these data since {{when}}, when two people there open them together.',
  secondNone: 'The journal is on this computer’s disk alone',
  secondNoneTeach: 'With a second disk, or a stick that stays plugged in, not one resident is lost when the disk of this computer dies.',
  second: {
    well: 'The journal is also written to {{path}}',
    missing: 'The second journal is on {{path}}, but that disk is not plugged in. The desk works all the same.',
    failing: 'The second journal on {{path}} cannot be written. The desk works all the same.'
  },
  secondChoose: 'Choose a second disk',
  secondDrive: 'Disk',
  secondSave: 'Use this disk',
  secondPlug: 'Plug a second disk or a stick into this computer.',
  secondTeach:
    'Each record is written, locked, to two disks. Leave this one plugged in; if it is pulled out, the desk goes on and catches up later.',
  stickLast: 'Last copied to the stick "{{name}}": {{when}}.',
  stickNone: 'No stick gets backups yet. If this computer breaks or is stolen, the backups on it are gone with it.'
}
