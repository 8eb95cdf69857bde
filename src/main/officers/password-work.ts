import { type WeakPassword, weaknessOfPassword } from './weak-password'

/** Judging a password takes some tenths of a second and large lists, so a thread does it and the counter goes on. */
export type PasswordWork = { weakness(password: string, own: readonly (string | null)[]): Promise<WeakPassword | null> }

/** The work itself, done where it is called. */
export const passwordWork: PasswordWork = { weakness: weaknessOfPassword }
