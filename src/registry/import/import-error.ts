import type { ImportProblem } from '#shared/registry/import-problem'

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
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG' || code === 'SQLITE_FULL') return { kind: 'no-room' }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { kind: 'no-access' }
  if (code === 'EIO' || code === 'EISDIR') return { kind: 'file-not-readable' }
  return undefined
}
