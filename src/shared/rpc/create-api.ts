import type { Second } from './call'

export type Invoke = (channel: string, input: unknown) => Promise<unknown>
type Names = Readonly<Record<string, readonly string[]>>

/** Turns the names of calls into functions; the caller says which contract types they have. A second officer's confirmation travels in the input. */
export function createApi<A>(names: Names, invoke: Invoke): A {
  return Object.fromEntries(
    Object.entries(names).map(([feature, calls]) => [
      feature,
      Object.fromEntries(
        calls.map(name => [name, (input: object, second?: Second) => invoke(`${feature}.${name}`, second ? { ...input, second } : input)])
      )
    ])
  ) as A
}
