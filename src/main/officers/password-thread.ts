import { workThread } from '#wire/work-thread'
import type { PasswordWork } from './password-work'

/** Judging passwords in a thread of its own, which ends with its lists: a password is chosen a few times a year. */
export const passwordThread = (program: URL): PasswordWork =>
  workThread<PasswordWork>(program, ['weakness'], async () => (await import('./password-work')).passwordWork, { endsWhenIdle: true })
