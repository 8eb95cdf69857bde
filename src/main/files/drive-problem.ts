import type { DriveProblem } from '#shared/files/drive-problem'

const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG']
const GONE = ['ENOENT', 'ENODEV', 'ENXIO', 'EIO']
const CLOSED = ['EROFS', 'EACCES', 'EPERM', 'EISDIR', 'EEXIST', 'ENOTDIR']

/** What a failed call says of the stick or folder that it was about; undefined when it was about something else. */
export function driveProblem(error: unknown): DriveProblem | undefined {
  const code = String((error as { code?: unknown } | null)?.code)
  if (FULL.includes(code)) return { kind: 'drive-full' }
  if (GONE.includes(code)) return { kind: 'no-drive' }
  return CLOSED.includes(code) ? { kind: 'drive-not-written' } : undefined
}
