/** The list in pieces that one statement can carry: both databases limit the parameters of a statement. */
export function inBatches<T>(list: readonly T[]): T[][] {
  const batches: T[][] = []
  for (let start = 0; start < list.length; start += 500) batches.push(list.slice(start, start + 500))
  return batches
}
