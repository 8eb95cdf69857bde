import { uuidv7 } from '#shared/ids'

/** Where an id is made: the moment and run of a desk's program, the change, and how many ids that change has made before. */
export type IdPlace = { wall: number; boot: string; seq: number; n: number }

/**
 * The id of the n-th entity that a change makes: a UUIDv7 whose random part is the change's own place in the log (20 bits), n (14 bits) and 40 bits of the run's random name.
 * It is unique because no desk makes two changes of one number in one run, and need not travel, as whoever has the change can say it again.
 */
export function entityId({ wall, boot, seq, n }: IdPlace): string {
  if (n < 0 || n >= 1 << 14) throw new RangeError('a change makes at most 16384 entities')
  const run = BigInt(`0x${boot.replaceAll('-', '').slice(-10)}`)
  const tail = (BigInt(seq % (1 << 20)) << 54n) | (BigInt(n) << 40n) | run
  return uuidv7(wall, () => spread(tail))
}

/** 74 bits laid out so that none falls where a UUID has its version and variant. */
function spread(tail: bigint): Uint8Array {
  const bytes = new Uint8Array(10)
  const [a, b] = [tail >> 62n, tail & ((1n << 62n) - 1n)]
  bytes[0] = Number(a >> 8n)
  bytes[1] = Number(a & 0xffn)
  for (let i = 0; i < 8; i++) bytes[9 - i] = Number((b >> BigInt(8 * i)) & 0xffn)
  return bytes
}
