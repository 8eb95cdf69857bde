import { distance } from 'fastest-levenshtein'

/** Orders candidates by how near their folded name is to what was typed; the nearest first, equal ones by key, so that the order is always the same. */
export function rankByName<C extends { id: string; nameKey: string }>(typed: string, candidates: C[], limit: number): C[] {
  return candidates
    .map(candidate => ({ candidate, far: farness(typed, candidate.nameKey) }))
    .sort((a, b) => a.far - b.far || a.candidate.nameKey.localeCompare(b.candidate.nameKey) || a.candidate.id.localeCompare(b.candidate.id))
    .slice(0, limit)
    .map(({ candidate }) => candidate)
}

/** Zero for the same name, less than one for a name that begins so, else the edits between them. */
function farness(typed: string, key: string): number {
  if (key === typed) return 0
  if (key.startsWith(`${typed} `)) return 0.2
  if (key.startsWith(typed)) return 0.4
  return distance(typed, key.slice(0, typed.length + 2))
}
