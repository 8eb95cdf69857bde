import type { Ports } from '../ports'
import type { RegistryShelf } from './registry-shelf'

/** Lets the newest editions answer, destroys those that have had their time, and tells the screens. */
export async function putInService({
  registry,
  registryWork,
  announce
}: Pick<Ports, 'registryWork' | 'announce'> & { registry: RegistryShelf }): Promise<void> {
  await registryWork.destroy(registry.retire())
  announce({ kind: 'data-changed', entities: [] })
}
