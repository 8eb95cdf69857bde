/** Whoever several questions find is there once, as the one has them that finds them nearest; two answers of one question stay two. */
export function nearestOnce<F extends { distance: number }>(found: readonly F[][], keyOf: (one: F) => string): F[] {
  const nearest = new Map<string, { distance: number; at: number }>()
  for (const [at, answers] of found.entries())
    for (const one of answers) {
      const key = keyOf(one)
      const before = nearest.get(key)
      if (!before || one.distance < before.distance) nearest.set(key, { distance: one.distance, at })
    }
  return found.flatMap((answers, at) => answers.filter(one => nearest.get(keyOf(one))?.at === at)).sort((a, b) => a.distance - b.distance)
}
