export type Answer<T> = { ok: true; value: T } | { ok: false; problem: { kind: string } }

/** The value of an answer; a refusal ends the script, for what it does then would be something else. */
export function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.problem)}`)
  return answer.value
}
