/**
 * What a recovery set aside: since when it lies there, on which disk (on the second one, a journal that told another past), and whether all of it was brought back. `missing`: changes that its journal still tells and this desk
 * does not have; what was lost then may have come back from the district since.
 */
export type SetAside = {
  name: string
  at: number
  place: 'here' | 'second-disk'
  bytes: number
  brought: 'all' | 'not-all' | 'unknown'
  missing: number
}
