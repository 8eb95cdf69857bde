/** One of the invariants I1-I14 does not hold. */
export class Violation extends Error {
  readonly invariant: string

  constructor(invariant: string, what: string) {
    super(`${invariant} ${what}`)
    this.invariant = invariant
  }
}
