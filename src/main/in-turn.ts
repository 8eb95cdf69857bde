/** Works that must not meet, done one after the other in the order they came, whatever became of the one before. */
export function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve()
  return {
    inTurn: <T>(work: () => Promise<T>): Promise<T> => {
      const mine = last.then(work)
      last = mine.catch(() => undefined)
      return mine
    },
    /** When all that has come so far is done. */
    isDone: () => last
  }
}
