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
  | { kind: 'disk-full' }
  | { kind: 'no-access' }
  | { kind: 'out-of-memory' }
  | { kind: 'cancelled' }
  | { kind: 'registry-refused'; why: string }

export class ImportError extends Error {
  readonly problem: ImportProblem

  constructor(problem: ImportProblem, cause?: unknown) {
    super(`the file was not imported: ${problem.kind}`, { cause })
    this.problem = problem
  }
}

/** What the system said, as the problem it is; undefined for anything that is a bug of ours. */
export function problemOfSystem(error: unknown): ImportProblem | undefined {
  const code = (error as NodeJS.ErrnoException | undefined)?.code
  if (code === 'ENOENT') return { kind: 'file-missing' }
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG' || code === 'SQLITE_FULL') return { kind: 'disk-full' }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { kind: 'no-access' }
  if (code === 'EIO' || code === 'EISDIR') return { kind: 'file-not-readable' }
  return undefined
}
