import { audit } from './en/audit'
import { backups } from './en/backups'
import { board } from './en/board'
import { cases } from './en/cases'
import { codes } from './en/codes'
import { directory } from './en/directory'
import { erasure } from './en/erasure'
import { extracts } from './en/extracts'
import { intake } from './en/intake'
import { letters } from './en/letters'
import { proposals } from './en/proposals'
import { quality } from './en/quality'
import { recovery } from './en/recovery'
import { referrals } from './en/referrals'
import { registry } from './en/registry'
import { reports } from './en/reports'
import { residents } from './en/residents'
import { search } from './en/search'
import { settings } from './en/settings'
import { setup } from './en/setup'
import { shell } from './en/shell'
import { signIn } from './en/sign-in'
import { subjects } from './en/subjects'
import { sync } from './en/sync'
import { ui } from './en/ui'
import { updates } from './en/updates'
import { visitor } from './en/visitor'
import { visits } from './en/visits'
import type { id } from './id'
import type { Shape } from './shape'

/** The same in English. */
export const en = {
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
} satisfies Shape<typeof id>
