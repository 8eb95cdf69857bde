import { areasHandlers } from './areas/areas.handlers'
import { auditHandlers } from './audit/audit.handlers'
import { backupsHandlers } from './backups/backups.handlers'
import { casesHandlers } from './cases/cases.handlers'
import { directoryHandlers } from './directory/directory.handlers'
import { organizationsHandlers } from './directory/organizations.handlers'
import { erasureHandlers } from './erasure/erasure.handlers'
import { filesHandlers } from './files/files.handlers'
import { intakeHandlers } from './intake/intake.handlers'
import { lettersHandlers } from './letters/letters.handlers'
import { officeHandlers } from './office/office.handlers'
import { officersHandlers } from './officers/officers.handlers'
import { proposalsHandlers } from './proposals/proposals.handlers'
import { listCheckHandlers } from './quality/list-check.handlers'
import { qualityHandlers } from './quality/quality.handlers'
import { recoveryHandlers } from './recovery/recovery.handlers'
import { referralsHandlers } from './referrals/referrals.handlers'
import { extractsHandlers } from './registry/extracts.handlers'
import { registryHandlers } from './registry/registry.handlers'
import { reportsHandlers } from './reports/reports.handlers'
import { pairsHandlers } from './residents/pairs.handlers'
import { residentsHandlers } from './residents/residents.handlers'
import { screensHandlers } from './screens/screens.handlers'
import { searchHandlers } from './search/search.handlers'
import { subjectsHandlers } from './subjects/subjects.handlers'
import { syncHandlers } from './sync/sync.handlers'
import { updatesHandlers } from './updates/updates.handlers'
import { visitsHandlers } from './visits/visits.handlers'

/** Every feature's handlers. */
export const handlers = {
  officers: officersHandlers,
  areas: areasHandlers,
  office: officeHandlers,
  residents: residentsHandlers,
  pairs: pairsHandlers,
  directory: directoryHandlers,
  organizations: organizationsHandlers,
  registry: registryHandlers,
  extracts: extractsHandlers,
  files: filesHandlers,
  visits: visitsHandlers,
  intake: intakeHandlers,
  cases: casesHandlers,
  proposals: proposalsHandlers,
  quality: qualityHandlers,
  listCheck: listCheckHandlers,
  referrals: referralsHandlers,
  reports: reportsHandlers,
  letters: lettersHandlers,
  search: searchHandlers,
  sync: syncHandlers,
  audit: auditHandlers,
  subjects: subjectsHandlers,
  backups: backupsHandlers,
  erasure: erasureHandlers,
  updates: updatesHandlers,
  recovery: recoveryHandlers,
  screens: screensHandlers
}
