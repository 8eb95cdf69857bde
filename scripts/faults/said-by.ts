import { headOf } from '#main/changes/log'
import type { Desk } from '#main/desk'

/**
 * What the desk stands for from now on: the newest change that was answered, a copy that was shown, a recovery code on paper, and one that is about to take
 * its place; or that it was erased.
 */
export type Said = { seq: number; hash: string; backup?: string; code?: string; nextCode?: string; isErased?: true }

export const saidBy = (desk: Desk): Said => headOf(desk.raw)
