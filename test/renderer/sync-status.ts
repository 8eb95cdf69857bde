import type { SyncStatus } from '#shared/sync/sync.contract'

/** A desk that has joined, has sent everything, and is at rest. */
export const statusOf = (differing: Partial<SyncStatus> = {}): SyncStatus => ({
  link: { kind: 'joined', district: '33.24', districtName: 'Kabupaten Kendal', deskCode: 'A', server: 'https://slrt.example' },
  isTalking: false,
  problem: null,
  lastContactAt: Date.UTC(2026, 10, 23, 1, 15),
  clockAhead: null,
  unheardDays: 0,
  unsent: 0,
  oldestUnsentAt: null,
  waiting: 0,
  refused: 0,
  clashes: 0,
  cursor: 1234,
  attachments: 0,
  numbering: 'open',
  files: [],
  ...differing
})
