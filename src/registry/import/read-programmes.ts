import type { ColumnMap } from '#shared/registry/import-columns'
import { PROGRAMMES, type RegistryPerson } from '#shared/registry/person'
import { readProgrammeState } from './read-values'
import type { Cell } from './said'

/** What a row says of programmes, in one column a programme or in one that lists them; `unreadable` counts the columns that nobody understands. */
export function readProgrammes(columns: ColumnMap, cell: Cell): { programmes: RegistryPerson['programmes']; unreadable: number } {
  const programmes: RegistryPerson['programmes'] = {}
  let unreadable = 0
  const listed = ` ${cell('programmes')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')} `
  for (const programme of PROGRAMMES) {
    if (columns[programme] !== undefined) {
      const state = readProgrammeState(cell(programme))
      if (state === undefined) unreadable++
      else if (state) programmes[programme] = state
    } else if (listed.length > 2 && listNames[programme].some(words => listed.includes(` ${words} `))) programmes[programme] = 'active'
  }
  return { programmes, unreadable }
}

const listNames: Record<(typeof PROGRAMMES)[number], readonly string[]> = {
  pkh: ['pkh'],
  sembako: ['sembako', 'bpnt'],
  'pbi-jk': ['pbi', 'pbi jk', 'pbi jkn', 'kis'],
  'pbi-apbd': ['pbi apbd', 'pbid', 'jamkesda'],
  pip: ['pip', 'kip'],
  'kip-kuliah': ['kip kuliah'],
  kks: ['kks'],
  'blt-desa': ['blt', 'blt desa', 'blt dd'],
  yapi: ['yapi', 'yatim piatu'],
  electricity: ['subsidi listrik'],
  rutilahu: ['rtlh', 'rutilahu'],
  other: []
}
