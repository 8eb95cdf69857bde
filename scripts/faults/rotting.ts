// What may rot, and what can become of a desk whose file has.

/** The files of a desk, and whether a file of its folder is one of these. */
export const ROTTING = {
  db: (name: string) => name === 'desk.db',
  wal: (name: string) => name === 'desk.db-wal',
  journal: (name: string) => name.endsWith('.journal'),
  backup: (name: string) => /\.backup(\.json)?$/.test(name),
  key: (name: string) => /^(desk|recovery)\.key(\.copy)?$/.test(name)
} as const
export type Rotting = keyof typeof ROTTING

export type Outcome = { outcome: 'harmless' | 'recovered' | 'refused' | 'silent' | 'stuck'; why?: string }
