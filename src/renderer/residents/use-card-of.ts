import type { KkBlock } from '#shared/residents/kk'
import { checkKk } from '#shared/residents/kk'
import type { FamilyCard } from '#shared/residents/residents.contract'
import { api } from '../api'
import { useCall } from '../use-call'

export type CardOf = {
  /** The number once it is whole and of a possible form. */
  kk: string | undefined
  /** What is wrong with a number that was typed to its end. */
  block: KkBlock | undefined
  /** Who is on the card already. */
  family: FamilyCard | null
  /** Nobody here is on that card. */
  isUnknown: boolean
}

/** The family card of a number while it is being typed. */
export function useCardOf(typed: string): CardOf {
  const check = checkKk(typed)
  const kk = check.blocks.length === 0 ? check.kk : undefined
  const known = useCall(api.residents.familyByKk, { kk: kk ?? '' }, { enabled: kk !== undefined })
  const family = kk !== undefined && known.value?.kk === kk ? known.value : null
  return { kk, block: typed.length > 15 ? check.blocks[0] : undefined, family, isUnknown: kk !== undefined && !family && !known.isPending }
}
