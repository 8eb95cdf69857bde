const SUMS = ['runs', 'actions', 'conversations', 'numbers', 'clashes', 'refused', 'lost'] as const
const KINDS = ['faults', 'acts', 'answers'] as const

/** What happened in some runs, as it can be sent to another thread. */
export type Tally = Pick<Counts, (typeof SUMS)[number] | (typeof KINDS)[number]>

/** What happened in all runs together. */
export class Counts {
  runs = 0
  actions = 0
  conversations = 0
  numbers = 0
  clashes = 0
  refused = 0
  lost = 0
  readonly faults = new Map<string, number>()
  readonly acts = new Map<string, number>()
  readonly answers = new Map<string, number>()

  fault(kind: string): void {
    this.faults.set(kind, (this.faults.get(kind) ?? 0) + 1)
  }

  act(kind: string): void {
    this.acts.set(kind, (this.acts.get(kind) ?? 0) + 1)
  }

  answer(kind: string): void {
    this.answers.set(kind, (this.answers.get(kind) ?? 0) + 1)
  }

  tally(): Tally {
    return { ...this }
  }

  add(more: Tally): void {
    for (const sum of SUMS) this[sum] += more[sum]
    for (const kind of KINDS) for (const [name, count] of more[kind]) this[kind].set(name, (this[kind].get(name) ?? 0) + count)
  }
}
