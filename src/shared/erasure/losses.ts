/** What goes when this PC is erased. */
export type Losses = {
  deskCode: string
  /** The district's name; null for a desk that belongs to none. */
  district: string | null
  /** Changes that the district does not have. */
  unsent: number
  /** Letter PDFs and photos that it does not have. */
  attachments: number
  /** Half-typed fields. */
  drafts: number
  /** People of the emergency book who are not in the log yet. */
  intake: number
  /** The last copy on a stick, and how many of this desk's changes it does not hold; null where nothing could open one without this PC. */
  stick: { name: string; copiedAt: number; missing: number } | null
  /** How much of all that nobody else would have. */
  lost: number
}

/** What somebody has to type before a desk is erased: its letter, and how much is lost by it, so that nobody types it without having read it. */
export const phraseOf = ({ deskCode, lost }: Pick<Losses, 'deskCode' | 'lost'>): string =>
  ['HAPUS', deskCode, ...(lost > 0 ? [String(lost)] : [])].join(' ')

/** Whether this is that phrase, however it was spaced or capitalised. */
export const isPhrase = (typed: string, losses: Pick<Losses, 'deskCode' | 'lost'>): boolean =>
  typed.trim().replace(/\s+/g, ' ').toUpperCase() === phraseOf(losses)
