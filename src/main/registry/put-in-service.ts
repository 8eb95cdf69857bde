import { listSpent } from '#registry/shelf'
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

/** When a desk opens: what had had its time and was not destroyed to the end, because the power went, is destroyed beside the counter's work. */
export function finishDestroying({ folder }: RegistryShelf, { registryWork, report }: Pick<Ports, 'registryWork' | 'report'>): void {
  const spent = listSpent(folder)
  if (spent.length > 0) registryWork.destroy(spent).catch(error => report('registry', error))
}
