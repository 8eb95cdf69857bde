import { z } from 'zod'
import { plainText } from '#shared/text'

/** New ones are added at the end: desks and servers of an older version know the first ones by their place. */
export const ROLES = ['front-office', 'back-office', 'manager', 'administrator', 'supervisor', 'auditor'] as const
export const Role = z.enum(ROLES)
export type Role = z.infer<typeof Role>

/** scrypt of a PIN or a password; the secret itself is stored nowhere. `N`, `r`, `p` are kept so that they can grow. */
export const Verifier = z.strictObject({
  salt: z.string(),
  hash: z.string(),
  N: z.int(),
  r: z.int(),
  p: z.int()
})
export type Verifier = z.infer<typeof Verifier>

/** The longest is far beyond what anybody types, and short enough to hash. */
export const PASSWORD_LENGTH = { min: 12, max: 128 } as const
/** What was typed as a password; whether it may become one is the desk's to say. */
export const Password = z
  .string()
  .min(1)
  .max(PASSWORD_LENGTH.max)
  .refine(text => !/[\p{Cc}\p{Cs}]/u.test(text))

export const Pin = z.string().regex(/^\d{6}$/)

/** An officer and what they typed: the PIN of this PC, or the password. */
export const TypedSecret = z.union([z.object({ officerId: z.uuid(), pin: Pin }), z.object({ officerId: z.uuid(), password: Password })])
export type TypedSecret = z.infer<typeof TypedSecret>

export const Officer = z.object({
  id: z.uuid(),
  name: plainText(100),
  roles: z.array(Role).min(1),
  position: plainText(120).nullable(),
  decreeNumber: plainText(80).nullable(),
  /** Of a PIN that somebody else has given; once there is a password every PC has a PIN of its own instead. */
  pin: Verifier,
  isActive: z.boolean(),
  /** Absent or null: none has been chosen yet. */
  password: Verifier.nullable().optional(),
  /** The PIN was given by somebody else and opens nothing but the choice of an own one. */
  mustChange: z.boolean().nullable().optional()
})
export type Officer = z.infer<typeof Officer>

const JUNIOR: readonly Role[] = ['front-office', 'back-office']

/** Whether officers of these roles may give one of those roles a new PIN: an administrator anybody, a supervisor those at the counter alone, lest the right lend them a higher one. */
export function mayResetPin(own: readonly Role[], target: readonly Role[]): boolean {
  return own.includes('administrator') || (own.includes('supervisor') && target.every(role => JUNIOR.includes(role)))
}

/** An officer as others see them: no verifier. */
export type OfficerCard = Omit<Officer, 'pin' | 'password' | 'mustChange'>
