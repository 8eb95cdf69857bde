import type { Manifest } from '#shared/sync/district-file'
import type { Kept } from './file-notes'

/** The differences between editions of a registry that the district has now: each leads from one to the next. SPEC R7. */
export type DifferenceChain = {
  add(link: Kept): void
  /** The newest of them that can be laid over what is here. */
  fitting(fits: (manifest: Manifest) => boolean): Kept | undefined
  /** Whether one edition leads to another through some of them. */
  leads(from: string | undefined, to: string | undefined): boolean
}

export function differenceChain(): DifferenceChain {
  const links = new Map<number, Kept>()
  return {
    add(link) {
      links.set(link.manifest.version, link)
    },
    fitting: fits => [...links.values()].findLast(({ manifest }) => fits(manifest)),
    leads(from, to) {
      let at = from
      // no edition is passed twice
      for (let steps = 0; at !== undefined && at !== to && steps < links.size; steps++)
        at = [...links.values()].findLast(({ manifest }) => manifest.registry?.base === at)?.manifest.registry?.content
      return at !== undefined && at === to
    }
  }
}
