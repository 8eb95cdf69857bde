import type { ImportProblem } from '#shared/registry/import-problem'

/** The problems of a list that is to be imported. */
export type ImportProblemTexts = ImportProblem['kind'] | 'folder-gone' | 'import-running' | 'village-needed' | 'period-in-future'
