/** Where a change stands: what the ids that it makes are derived from (`entityId`). `nextN` is the number its next new entity most likely has. */
export type ChangePlace = {
  readonly wall: number
  readonly seq: number
  readonly run: string
  /** Device and epoch, as they stand before the number in the names of changes. */
  readonly prefix: string
  /** The name under which its writes stand. */
  readonly ownId: string
  nextN: number
}

/** What the id of an entity says about the change that made it; of the run only the last ten digits of its name. */
export type IdPlace = { wall: number; seq20: number; run: string }
type IdParts = IdPlace & { n: number }

const SEQ_SPAN = 1 << 20
const form = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** Whether 16 bytes can carry the text. */
export const isPlainUuid = (text: unknown): text is string => typeof text === 'string' && text.length === 36 && form.test(text)

/** The ten digits by which an id names the run it was made in. */
export const runOf = (boot: string): string => boot.replaceAll('-', '').slice(-10)

/** The number of a change, as far as an id can hold it. */
export const seq20Of = (seq: number): number => seq % SEQ_SPAN

/** The id that the n-th new entity of a change has: what `entityId` says, told quickly. */
export const derivedId = ({ wall, run, seq }: ChangePlace, n: number): string => idOfParts({ wall, run, seq20: seq20Of(seq), n })

export function idOfParts({ wall, seq20, n, run }: IdParts): string {
  const moment = wall.toString(16).padStart(12, '0')
  const high = (0x7000 | (seq20 >>> 8)).toString(16)
  const low = (0x8000 | ((seq20 & 0xff) << 6) | ((n >>> 8) & 0x3f)).toString(16)
  return `${moment.slice(0, 8)}-${moment.slice(8)}-${high}-${low}-${HEX[n & 0xff]}${run}`
}

/** Where an id says that it was made; undefined for one that was not derived from a place. */
export function partsOfId(id: string): IdParts | undefined {
  if (id[14] !== '7' || !'89ab'.includes(id[19] ?? '')) return undefined
  const [high, low] = [Number.parseInt(id.slice(15, 18), 16), Number.parseInt(id.slice(19, 23) + id.slice(24, 26), 16)]
  return {
    wall: Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16),
    seq20: high * 256 + ((low >>> 14) & 0xff),
    n: low & 0x3fff,
    run: id.slice(26)
  }
}

/** The newest change up to `seq` whose number ends as an id says. */
export const seqNear = (seq20: number, seq: number): number => seq - ((((seq - seq20) % SEQ_SPAN) + SEQ_SPAN) % SEQ_SPAN)

export function uuidBytes(id: string): Uint8Array {
  const bytes = new Uint8Array(16)
  const digits = id.replaceAll('-', '')
  for (let at = 0; at < 16; at++) bytes[at] = Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16)
  return bytes
}

export function uuidOf(bytes: Uint8Array): string {
  const digits = hexOf(bytes)
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`
}

const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

export function hexOf(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += HEX[byte]
  return text
}

export function hexBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length / 2)
  for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(text.slice(2 * at, 2 * at + 2), 16)
  return bytes
}
