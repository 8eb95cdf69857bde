import type { RegistrySource } from '#shared/registry/edition'
import { COLUMN_TARGETS, type ColumnTarget, type SaidColumns } from '#shared/registry/import-columns'
import type { ListPreview } from '#shared/registry/list-preview'

/** What each column of a list is read as, by its place; null for one that is not used. */
export type Meanings = readonly (ColumnTarget | null)[]

/** `said`: what was said of them before; the rest is guessed. */
export function meaningsOf({ header, columns }: ListPreview, said: SaidColumns = {}): Meanings {
  const columnOf = (target: ColumnTarget): number | undefined => {
    const name = said[target]
    if (name === undefined) return columns[target]
    return name === '' ? undefined : header.indexOf(name)
  }
  return header.map((_, at) => COLUMN_TARGETS.find(target => columnOf(target) === at) ?? null)
}

/** One column holds one thing: what moves to another column leaves the first. */
export const withMeaning = (meanings: Meanings, column: number, target: ColumnTarget | null): Meanings =>
  meanings.map((meaning, at) => (at === column ? target : meaning === target ? null : meaning))

/** The columns in the words of the header, as they are remembered. A guessed column without a header stays a guess. */
export function saidOf({ header, columns }: ListPreview, meanings: Meanings): SaidColumns {
  const said: SaidColumns = {}
  for (const target of COLUMN_TARGETS) {
    const at = meanings.indexOf(target)
    if (at >= 0 && header[at] !== '') said[target] = header[at] ?? ''
    else if (at < 0 && columns[target] !== undefined) said[target] = ''
  }
  return said
}

/** What no list can do without. */
export function missingOf(meanings: Meanings, source: RegistrySource): ('name' | 'nik')[] {
  const needed = source === 'village-list' ? (['name'] as const) : (['name', 'nik'] as const)
  return needed.filter(target => !meanings.includes(target))
}
