/** Where each kind of value lies in a frame: the columns of numbers and those of text, in one order for both ends. */
export type Layout = { readonly numbers: string[]; readonly texts: string[] }

export const emptyLayout = (): Layout => ({ numbers: [], texts: [] })

/** A new column of small whole numbers. */
export function numberColumn(layout: Layout, name: string): number {
  return layout.numbers.push(name) - 1
}

/** A new column of texts. */
export function textColumn(layout: Layout, name: string): number {
  return layout.texts.push(name) - 1
}

/** A number, never 0, that differs whenever a layout does: 16 bits of FNV-1a over the names of its columns. */
export function markOf({ numbers, texts }: Layout): number {
  let hash = 0x811c9dc5
  for (const character of [...numbers, '', ...texts].join('\n')) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return ((hash >>> 16) ^ hash) & 0xffff || 1
}
