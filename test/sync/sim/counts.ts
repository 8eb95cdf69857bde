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
}
