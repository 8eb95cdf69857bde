import { counted } from '#shared/counted'
import type { unconfirmed as id } from '../id/unconfirmed'

export const unconfirmed: typeof id = seconds => ({
  nobody: { happened: 'This has not been confirmed by a second officer.', todo: 'Do it again together with a colleague who may.' },
  'same-officer': { happened: 'You cannot confirm your own work.', todo: 'Ask another officer to confirm it.' },
  'may-not': { happened: 'This colleague’s role cannot confirm it.', todo: 'Choose another officer.' },
  'must-choose': {
    happened: 'This colleague has no PIN of their own yet.',
    todo: 'Ask them to sign in once and choose it, or choose another officer.'
  },
  'wrong-pin': { happened: 'The PIN is not right.', todo: 'Ask your colleague to type it once more.' },
  'wrong-password': { happened: 'The password is not right.', todo: 'Ask your colleague to type it once more.' },
  'password-needed': { happened: 'A PIN is not enough for this colleague on this computer.', todo: 'Ask them to type their password.' },
  'help-needed': {
    happened: 'This colleague has typed wrongly too often.',
    todo: 'They need a new PIN from a supervisor or administrator. Choose another officer.'
  },
  wait: { happened: 'This colleague has typed wrongly too often.', todo: `Wait ${counted(seconds, 'second')}, or choose another officer.` }
})
