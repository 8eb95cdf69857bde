/** What a call answers: a value, or a declared reason why nothing changed. */
export type Result<T, P = never> = { ok: true; value: T } | { ok: false; problem: P }

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
export const refuse = <const P extends { kind: string }>(problem: P): Result<never, P> => ({ ok: false, problem })
