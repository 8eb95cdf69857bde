/** `1 row`, `2 rows`: a count in an English sentence that the translations do not make. */
export function counted(
  n: number,
  one: string,
  { many = `${one}s`, format = String }: { many?: string; format?: (n: number) => string } = {}
): string {
  return `${format(n)} ${n === 1 ? one : many}`
}
