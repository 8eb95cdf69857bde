import { workThread } from '#wire/work-thread'
import type { RegistryWork } from './registry-work'

/** Work on the register in a thread of its own. */
export const registryThread = (program: URL): RegistryWork =>
  workThread<RegistryWork>(program, ['take', 'follow', 'makeSample', 'destroy'], async () => (await import('./registry-work')).registryWork)
