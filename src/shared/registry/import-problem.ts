/** Why a file is not taken over. The registry in service stays as it is; every kind has a plain sentence where it is shown. */
export type ImportProblem =
  | { kind: 'file-missing' }
  | { kind: 'file-empty' }
  | { kind: 'file-not-readable' }
  /** `looksLike`: what the first bytes say it is. */
  | { kind: 'wrong-kind-of-file'; looksLike: string }
  | { kind: 'unknown-encoding' }
  | { kind: 'file-cut-off' }
  | { kind: 'file-changed' }
  | { kind: 'workbook-damaged' }
  | { kind: 'workbook-locked' }
  | { kind: 'workbook-too-large'; megabytes: number }
  | { kind: 'no-header' }
  | { kind: 'column-missing'; columns: string[] }
  | { kind: 'map-not-readable' }
  | { kind: 'nothing-taken-over'; read: number; reason: string }
  | { kind: 'older-period'; held: string }
  | { kind: 'far-fewer-rows'; held: number; kept: number }
  | { kind: 'only-set-aside' }
  | { kind: 'no-room' }
  | { kind: 'no-access' }
  | { kind: 'out-of-memory' }
  | { kind: 'cancelled' }
  | { kind: 'registry-refused'; why: string }
