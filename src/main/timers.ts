/** Runs something later, and gives the way to call it off. */
export type Timers = { set(ms: number, run: () => void): () => void }
