import { audit } from './id/audit'
import { backups } from './id/backups'
import { board } from './id/board'
import { cases } from './id/cases'
import { codes } from './id/codes'
import { directory } from './id/directory'
import { erasure } from './id/erasure'
import { extracts } from './id/extracts'
import { intake } from './id/intake'
import { letters } from './id/letters'
import { proposals } from './id/proposals'
import { quality } from './id/quality'
import { recovery } from './id/recovery'
import { referrals } from './id/referrals'
import { registry } from './id/registry'
import { reports } from './id/reports'
import { residents } from './id/residents'
import { search } from './id/search'
import { settings } from './id/settings'
import { setup } from './id/setup'
import { shell } from './id/shell'
import { signIn } from './id/sign-in'
import { subjects } from './id/subjects'
import { sync } from './id/sync'
import { ui } from './id/ui'
import { updates } from './id/updates'
import { visitor } from './id/visitor'
import { visits } from './id/visits'

/** Every Indonesian sentence, a file a feature. */
export const id = {
  ui,
  codes,
  shell,
  signIn,
  recovery,
  setup,
  board,
  settings,
  directory,
  search,
  residents,
  registry,
  extracts,
  visits,
  visitor,
  intake,
  cases,
  proposals,
  quality,
  referrals,
  reports,
  letters,
  sync,
  backups,
  erasure,
  updates,
  audit,
  subjects
}
