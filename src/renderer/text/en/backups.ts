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
  stickLast: 'Last copied to the stick "{{name}}": {{when}}.',
  stickNone: 'No stick gets backups yet. If this computer breaks or is stolen, the backups on it are gone with it.'
}
