import type { Frame } from './frame'

type Shape = Pick<Frame, 'device' | 'epoch' | 'first' | 'count'>

/** What a desk has offered in a conversation. Two frames can go by the same numbers and hold what two copies wrote under them. SPEC D3. */
export type SentFrames = {
  note(frame: Shape, hashes: readonly string[] | undefined): void
  /** The hashes of the changes that this answer is about, if they are known. */
  answered(frame: Shape): readonly string[] | undefined
}

export function sentFrames(): SentFrames {
  const sent = new Map<string, (readonly string[] | undefined)[]>()
  const nameOf = ({ device, epoch, first, count }: Shape) => `${device}.${epoch}.${first}+${count}`
  return {
    note(frame, hashes) {
      sent.set(nameOf(frame), [...(sent.get(nameOf(frame)) ?? []), hashes])
    },
    answered(frame) {
      const known = sent.get(nameOf(frame)) ?? []
      // answers come in the order of what was sent; the last of a name is kept, as a line may double it
      return known.length > 1 ? known.shift() : known[0]
    }
  }
}
