// What an office's line allows, and the lines that replication is measured on.

export type Limits = {
  /** Bytes a second each way, headers included; without it the line is as fast as the machine. */
  rate?: number
  /** One way. */
  delayMs?: number
  /** The share of segments that have to be sent again: each arrives a round trip late, and holds up what follows on its connection. */
  loss?: number
  /** The mean of the exponential intervals between two moments at which every connection is reset. */
  cutEveryMs?: number
  /** How long the line then refuses new connections. */
  downMs?: number
  resets?: Resets
}

/**
 * Connections that die one by one. A connection's life is counted in spells of `everyMs` from the moment it is accepted; in each spell
 * it is reset with this chance, at any moment of the spell alike. With 0.3 and 4 s it lives 11.3 s on average, and one in five lives past 18 s.
 */
export type Resets = { chance: number; everyMs: number }

const KBIT = 1000 / 8

export const LINES = {
  /** No line at all: bytes are counted and nothing is held up. */
  loopback: {},
  /** 256 kbit/s, 300 ms there and back. */
  office: { rate: 256 * KBIT, delayMs: 150 },
  /** The same in bad weather: one segment in twenty lost, everything cut about every four seconds for a second. */
  storm: { rate: 256 * KBIT, delayMs: 150, loss: 0.05, cutEveryMs: 4000, downMs: 1000 },
  /** 20 kbit/s, 300 ms there and back, and 30 % resets as `Resets` counts them. */
  village: { rate: 20 * KBIT, delayMs: 150, resets: { chance: 0.3, everyMs: 4000 } }
} satisfies Record<string, Limits>

export type LineName = keyof typeof LINES
