import { z } from 'zod'
import { plainText } from '#shared/text'

/** New ones are added at the end: desks and servers of an older version know the first ones by their place. */
export const ROLES = ['front-office', 'back-office', 'manager', 'administrator', 'supervisor', 'auditor'] as const
export const Role = z.enum(ROLES)
export type Role = z.infer<typeof Role>

/** scrypt of the PIN; the PIN itself is stored nowhere. `N`, `r`, `p` are kept so that they can grow. */
export const PinVerifier = z.strictObject({
  salt: z.string(),
  hash: z.string(),
  N: z.int(),
  r: z.int(),
  p: z.int()
})
export type PinVerifier = z.infer<typeof PinVerifier>

export const Pin = z.string().regex(/^\d{6}$/)

export const Officer = z.object({
  id: z.uuid(),
  name: plainText(100),
  roles: z.array(Role).min(1),
  position: plainText(120).nullable(),
  decreeNumber: plainText(80).nullable(),
  pin: PinVerifier,
  isActive: z.boolean()
})
export type Officer = z.infer<typeof Officer>

const JUNIOR: readonly Role[] = ['front-office', 'back-office']

/** Whether officers of these roles may give one of those roles a new PIN: an administrator anybody, a supervisor those at the counter alone, lest the right lend them a higher one. */
export function mayResetPin(own: readonly Role[], target: readonly Role[]): boolean {
  return own.includes('administrator') || (own.includes('supervisor') && target.every(role => JUNIOR.includes(role)))
}

/** An officer as others see them: no verifier. */
export type OfficerCard = Omit<Officer, 'pin'>
