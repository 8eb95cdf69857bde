import type { updates as id } from '../id/updates'
import type { Shape } from '../shape'

export const updates: Shape<typeof id> = {
  teach: 'New versions of Loket SLRT come from the district by network or stick, and are taken only when their publisher signed them.',
  here: 'The program on this computer',
  version: 'Version in use',
  since: 'Installed',
  sinceWhen: '{{when}}, after version {{from}}',
  sinceFirst: 'Since this desk was set up',
  before: 'Version before',
  beforeHere: '{{version}}, whose installer is still kept on this computer',
  beforeGone: 'its installer is not on this computer',
  newest: 'There is no newer version yet.',
  ready: 'Version {{version}} is ready to be installed',
  readyTeach: 'Received {{when}}, {{size}}, and checked. Install it when the counter has closed; it usually takes less than ten minutes.',
  readyBar: 'Version {{version}} ready',
  readyGo: 'Version {{version}} can be installed in Settings > Program',
  readyTell: 'Version {{version}} is ready: tell an administrator',
  noKey: 'New versions are not taken from the district',
  noKeyTeach:
    'This program was built without its publisher’s key. An administrator installs new versions by hand; the data stay as they are.',
  install: 'Install version {{version}}',
  unfinished: 'The installation of version {{version}} was begun {{when}} and not finished.',
  unfinishedTodo: 'The desk runs on with this version and its data are whole. Install it once more when the counter has closed.',
  givenUp: 'Version {{version}} was taken back on {{when}} because it could not open the data on this computer.',
  givenUpTodo: 'It is not offered here again. Tell the district, and wait for the next version.',
  sure: 'Install version {{version}} now?',
  sureDeed: 'Back up and install',
  stepCopy: 'A new backup is made and checked.',
  stepClose: 'The desk closes and the installer starts.',
  stepAllow: 'Windows asks for an administrator’s consent; follow its steps to the end.',
  stepSignIn: 'The desk opens again. Sign in as usual.',
  safe: 'The data stay on this computer. If the new version cannot open them, this version can be put back from the screen that appears.',
  busy: 'The data are being backed up, then the desk closes. Do not switch off the computer.',
  backTitle: 'Go back to version {{version}}',
  backTeach: 'This version was just installed and could never be used. The version before is still here; the data stay as they are.',
  backByHand:
    'This version was just installed and could never be used. Ask an administrator to install version {{version}} again; the data stay as they are.',
  back: 'Put {{version}} back'
}
