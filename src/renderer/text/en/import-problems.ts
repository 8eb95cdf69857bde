import { counted } from '#shared/counted'
import { IMPORT_WORDS } from '#shared/registry/import-words'
import type { ImportProblemTexts } from '../import-problem'
import type { ProblemTexts } from '../problem'
import { extracts } from './extracts'

const safe = 'The social registry in service is as it was.'
const number = new Intl.NumberFormat('en-GB')
const people = (n: number): string => counted(n, 'person', { many: 'people', format: number.format })
const columnsOf = (columns: readonly string[]): string =>
  columns.map(column => (extracts.column as Record<string, string>)[column] ?? column).join(', ')
const reasonOf = (reason: string): string => (IMPORT_WORDS.en.setAside as Record<string, string>)[reason] ?? ''

/** Why a list was not taken over. */
export const importProblems: Pick<ProblemTexts, ImportProblemTexts> = {
  'folder-gone': () => ({
    happened: 'This folder is not there any more.',
    safe: 'Nothing has changed.',
    todo: 'Choose another one, or plug the stick in again.'
  }),
  'file-missing': () => ({ happened: 'This file is not there any more.', safe, todo: 'Plug the stick in again, or choose another file.' }),
  'file-empty': () => ({ happened: 'This file is empty.', safe, todo: 'Ask for it or download it again.' }),
  'file-not-readable': () => ({
    happened: 'This file cannot be read from its disk.',
    safe,
    todo: 'Copy it again from where it came. If that fails too, the stick may be broken.'
  }),
  'wrong-kind-of-file': ({ looksLike }) => ({
    happened: `This is no list but something else: ${looksLike}.`,
    safe,
    todo: 'Choose a CSV, XLSX or XLS file.'
  }),
  'unknown-encoding': () => ({
    happened: 'The letters of this file cannot be told: it is neither UTF-8 nor UTF-16 nor Windows-1252.',
    safe,
    todo: 'Open it in Excel, save it as "CSV UTF-8" and import that.'
  }),
  'file-cut-off': () => ({
    happened: 'The file ends in the middle of a row: half a download, or a quote that is never closed.',
    safe,
    todo: 'Download it again to its end.'
  }),
  'file-changed': () => ({
    happened: 'Somebody changed the file while it was read.',
    safe,
    todo: 'Close it in other programs and import it again.'
  }),
  'workbook-damaged': () => ({
    happened: 'This Excel workbook is damaged or only half there.',
    safe,
    todo: 'Download it again, or save it as CSV.'
  }),
  'workbook-locked': () => ({
    happened: 'This Excel workbook has a password.',
    safe,
    todo: 'Take the password off in Excel, or save it as CSV.'
  }),
  'workbook-too-large': ({ megabytes }) => ({
    happened: `This Excel workbook is too large (${number.format(megabytes)} MB).`,
    safe,
    todo: 'Save it as CSV. A CSV may be of any size.'
  }),
  'no-header': () => ({
    happened: 'No row of this file names the columns.',
    safe,
    todo: 'A list needs a header such as NIK, NAMA, NO KK. Ask for an export with it.'
  }),
  'column-missing': ({ columns }) => ({
    happened: `A column is missing: ${columnsOf(columns)}.`,
    safe,
    todo: 'Point at it in the list of columns, or ask for a file that has it.'
  }),
  'map-not-readable': () => ({
    happened: 'The notes about the columns cannot be read.',
    safe,
    todo: 'Point at the columns again, then import.'
  }),
  'nothing-taken-over': ({ read, reason }) => ({
    happened: `No row can be used (rows read: ${number.format(read)}).${reasonOf(reason) ? ` Mostly: ${reasonOf(reason)}.` : ''}`,
    safe,
    todo: 'Check the columns, or open the list of rows set aside.'
  }),
  'older-period': ({ held }) => ({
    happened: `The registry in service is newer: period ${held}.`,
    safe,
    todo: 'Check the period that was typed. If the older one is really wanted, choose "Import all the same": the newer one is then deleted from this desk.'
  }),
  'far-fewer-rows': ({ held, kept }) => ({
    happened: `This file has only ${people(kept)}, the registry in service ${people(held)}: probably only a part.`,
    safe,
    todo: 'Check whether the file is whole. If it is, choose "Import all the same".'
  }),
  'only-set-aside': () => ({
    happened: 'This is a list of rows that were set aside, not the whole list. It would take the place of everybody who was taken over.',
    safe,
    todo: 'Put those rows right in the file they came from and import that one. If only these rows are wanted, choose "Import all the same".'
  }),
  'no-room': () => ({
    happened: 'The disk of this PC became full during the import.',
    safe,
    todo: 'Make room for twice the size of the registry and import again.'
  }),
  'no-access': () => ({
    happened: 'This Windows account may not read or write this folder.',
    safe,
    todo: 'Copy the file to your documents, or ask an administrator.'
  }),
  'out-of-memory': () => ({ happened: 'This file needs more memory than there is.', safe, todo: 'Save it as CSV and import that.' }),
  cancelled: () => ({
    happened: 'The import was cancelled.',
    safe,
    todo: 'What had been written is gone again. You may start over at any time.'
  }),
  'registry-refused': ({ why }) => ({
    happened: `The new registry did not pass its check (${why}), so it is not used.`,
    safe,
    todo: 'Import it once more. If that fails too, the disk may be broken: tell an administrator.'
  }),
  'import-running': () => ({ happened: 'An import is still running.', safe, todo: 'Wait for its end, or cancel it first.' }),
  'village-needed': () => ({ happened: 'The village of this list has not been chosen.', safe, todo: 'Choose the village, then import.' }),
  'period-in-future': () => ({
    happened: 'This period lies in the future.',
    safe,
    todo: 'Type the period as SIKS-NG shows it, for example 2026-T4.'
  })
}
