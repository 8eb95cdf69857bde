import type { Desk } from '../desk'

/** Lets the newest editions answer, destroys those that have had their time, and tells the screens. */
export async function putInService({
  registry,
  registryWork,
  announce
}: Pick<Desk, 'registry' | 'registryWork' | 'announce'>): Promise<void> {
  await registryWork.destroy(registry.retire())
  announce({ kind: 'data-changed', entities: [] })
}
