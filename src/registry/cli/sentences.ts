import { counted } from '#shared/counted'
import type { SetAsideReason } from '#shared/registry/import-columns'
import type { ImportProblem } from '#shared/registry/import-problem'
import { IMPORT_WORDS } from '#shared/registry/import-words'
import type { RegistryProblem } from '../registry'

const inService = 'The registry in service is unchanged.'

/** What went wrong, what is safe, what to do next. */
export function sentenceOf(problem: ImportProblem): string {
  return `${whatOf(problem)} ${inService}`
}

/** What went wrong and what to do next, of a command that could change nothing. */
export function whatOf(problem: ImportProblem): string {
  switch (problem.kind) {
    case 'file-missing':
      return 'There is no such file.'
    case 'file-empty':
      return 'The file is empty. Export it again.'
    case 'file-not-readable':
      return 'The file cannot be read from its disk. Copy it again from where it came.'
    case 'wrong-kind-of-file':
      return `This is no list but something else (${problem.looksLike}). Choose a CSV, XLSX or XLS file.`
    case 'unknown-encoding':
      return 'The letters of this file cannot be told: it is neither UTF-8 nor UTF-16 nor Windows-1252. Save it as "CSV UTF-8".'
    case 'file-cut-off':
      return 'The file ends in the middle of a row: half a download, or a quote that is never closed. Fetch it again.'
    case 'file-changed':
      return 'Somebody changed the file while it was read. Close it elsewhere and try again.'
    case 'workbook-damaged':
      return 'The workbook is damaged or only half there. Fetch it again, or save it as CSV.'
    case 'workbook-locked':
      return 'The workbook has a password. Take the password off, or save it as CSV.'
    case 'workbook-too-large':
      return `The workbook is too large to be read as one (${problem.megabytes} MB). Save it as CSV; a CSV may be of any size.`
    case 'no-header':
      return 'No row names the columns: the list needs a header such as NIK, NAMA, NO KK.'
    case 'column-missing':
      return `A column is missing: ${problem.columns.join(', ')}. Name it with --map, or export the list with it.`
    case 'map-not-readable':
      return 'The column map is not there or not understood. It reads { "nik": "header of the NIK column", "name": "header of the name column" }.'
    case 'nothing-taken-over':
      return `No row could be taken over (rows read: ${problem.read})${reasonOf(problem.reason)}.`
    case 'older-period':
      return `The registry in service is newer (${problem.held}). Add --force to go back to an older period.`
    case 'far-fewer-rows':
      return `The list has ${counted(problem.kept, 'person', { many: 'people' })} and the registry in service ${problem.held}: probably only a part. Add --force if it is whole.`
    case 'only-set-aside':
      return 'This is a list of rows that were set aside, not the whole list. Put them right in the file they came from and import that one. Add --force to keep only these.'
    case 'no-room':
      return 'The disk is full. Make room for twice the size of the registry and try again.'
    case 'no-access':
      return 'The folder cannot be written to, or the file not be read, with the rights of this account.'
    case 'out-of-memory':
      return 'The file needs more memory than there is. Save it as CSV.'
    case 'cancelled':
      return 'Cancelled.'
    case 'registry-refused':
      return `The new registry could not be proven (${problem.why}).`
  }
}

const reasonOf = (reason: string): string =>
  reason === '' ? '' : `, mostly because: ${IMPORT_WORDS.en.setAside[reason as SetAsideReason]}`

/** Why a registry cannot be asked, and what to do. */
export const refusalOf = (problem: RegistryProblem): string => REFUSALS[problem]

const REFUSALS: Record<RegistryProblem, string> = {
  missing: 'No registry has been imported into this folder.',
  'wrong-key': 'The registry was made with another key. Import it again into this folder.',
  damaged: 'The registry is damaged. Import it again; nothing else is lost.',
  'other-content': 'The rows are not those of the edition that was promised; the registry in service stays.',
  'not-trusted': 'Nobody who is trusted here has signed this registry. Import it again.',
  'newer-version': 'A newer version of this program made the registry. Update first.',
  'disk-full': 'The disk is full. The registry in service is unchanged.',
  'no-access': 'The folder cannot be read or written with the rights of this account.',
  cancelled: 'Cancelled. The registry in service is unchanged.'
}
