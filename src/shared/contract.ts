import { areasContract } from './areas/areas.contract'
import { auditContract } from './audit/audit.contract'
import { backupsContract } from './backups/backups.contract'
import { casesContract } from './cases/cases.contract'
import { directoryContract } from './directory/directory.contract'
import { organizationsContract } from './directory/organizations.contract'
import { erasureContract } from './erasure/erasure.contract'
import { filesContract } from './files/files.contract'
import { intakeContract } from './intake/intake.contract'
import { lettersContract } from './letters/letters.contract'
import { officeContract } from './office/office.contract'
import { officersContract } from './officers/officers.contract'
import { proposalsContract } from './proposals/proposals.contract'
import { listCheckContract } from './quality/list-check.contract'
import { qualityContract } from './quality/quality.contract'
import { recoveryContract } from './recovery/recovery.contract'
import { referralsContract } from './referrals/referrals.contract'
import { extractsContract } from './registry/extracts.contract'
import { registryContract } from './registry/registry.contract'
import { reportsContract } from './reports/reports.contract'
import { pairsContract } from './residents/pairs.contract'
import { residentsContract } from './residents/residents.contract'
import type { Api } from './rpc/call'
import { screensContract } from './screens/screens.contract'
import { searchContract } from './search/search.contract'
import { subjectsContract } from './subjects/subjects.contract'
import { syncContract } from './sync/sync.contract'
import { updatesContract } from './updates/updates.contract'
import { visitsContract } from './visits/visits.contract'

/** Everything a screen, a script or an administrator may ask of a desk. */
export const contract = {
  officers: officersContract,
  areas: areasContract,
  office: officeContract,
  residents: residentsContract,
  pairs: pairsContract,
  directory: directoryContract,
  organizations: organizationsContract,
  registry: registryContract,
  extracts: extractsContract,
  files: filesContract,
  visits: visitsContract,
  intake: intakeContract,
  cases: casesContract,
  proposals: proposalsContract,
  quality: qualityContract,
  listCheck: listCheckContract,
  referrals: referralsContract,
  reports: reportsContract,
  letters: lettersContract,
  search: searchContract,
  sync: syncContract,
  audit: auditContract,
  subjects: subjectsContract,
  backups: backupsContract,
  erasure: erasureContract,
  updates: updatesContract,
  recovery: recoveryContract,
  screens: screensContract
}
export type DeskContract = typeof contract
export type DeskApi = Api<DeskContract>
