/** The fields of a question that say whose record it is about. */
const NAMING = ['residentId', 'otherId', 'into', 'visitId', 'caseId', 'referralId', 'letterId', 'officerId', 'id'] as const

/** The ids of records that a question names, one level deep and in its `paper`. */
export function namedIn(question: unknown): string[] {
  if (typeof question !== 'object' || question === null) return []
  const fields = question as Record<string, unknown>
  const own = NAMING.flatMap(name => (typeof fields[name] === 'string' ? [fields[name]] : []))
  return [...own, ...namedIn(fields.paper)]
}
