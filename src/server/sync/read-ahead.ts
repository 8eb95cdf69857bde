/**
 * What a source gives, read on while the reader is busy with what came before: what has come in the meantime comes together. No more than
 * `most` are held. Where the source fails, all that came before the fault comes first.
 */
export async function* readAhead<T>(source: AsyncIterator<T>, most: number): AsyncGenerator<T[]> {
  const held: T[] = []
  let end: { error?: unknown } | undefined
  let isLeft = false
  let news = Promise.withResolvers<void>()
  let room = Promise.withResolvers<void>()

  const fill = async (): Promise<void> => {
    try {
      while (!isLeft) {
        const { value, done } = await source.next()
        if (done) break
        held.push(value)
        news.resolve()
        while (held.length >= most && !isLeft) await room.promise
      }
      end = {}
    } catch (error) {
      end = { error }
    }
    news.resolve()
  }

  const filling = fill()
  try {
    for (;;) {
      if (held.length === 0 && !end) await news.promise
      news = Promise.withResolvers<void>()
      const all = held.splice(0)
      room.resolve()
      room = Promise.withResolvers<void>()
      if (all.length > 0) yield all
      else if (end) break
    }
    await filling
    if (end && 'error' in end) throw end.error
  } finally {
    isLeft = true
    room.resolve()
    // a source that is waiting for its line ends with that line
    void source.return?.()?.catch(() => undefined)
  }
}
