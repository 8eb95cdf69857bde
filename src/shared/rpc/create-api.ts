export type Invoke = (channel: string, input: unknown) => Promise<unknown>
type Names = Readonly<Record<string, readonly string[]>>

/** Turns the names of calls into functions; the caller says which contract types they have. */
export function createApi<A>(names: Names, invoke: Invoke): A {
  return Object.fromEntries(
    Object.entries(names).map(([feature, calls]) => [
      feature,
      Object.fromEntries(calls.map(name => [name, (input: unknown) => invoke(`${feature}.${name}`, input)]))
    ])
  ) as A
}
