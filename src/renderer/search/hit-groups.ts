import type { Hit } from '#shared/search/search.contract'

export type HitGroup =
  | { key: string; kind: 'visit' | 'case' | 'letter' | 'alone' | 'other' }
  | { key: string; kind: 'family'; kkMasked: string; headName: string | null }

/** Under which heading a hit stands: its family card, or what it is. */
export function groupOf(hit: Hit): HitGroup {
  if (hit.kind === 'visit') return { key: 'visit', kind: 'visit' }
  if (hit.family?.kkMasked) return { key: hit.family.key, kind: 'family', kkMasked: hit.family.kkMasked, headName: hit.family.headName }
  if (hit.family) return { key: hit.family.key, kind: 'other' }
  if (hit.why === 'case-number') return { key: 'case', kind: 'case' }
  return hit.why === 'letter-number' ? { key: 'letter', kind: 'letter' } : { key: 'alone', kind: 'alone' }
}
