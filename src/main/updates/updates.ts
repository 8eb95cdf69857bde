import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ProgramState } from '#shared/updates/updates.contract'
import { compareVersions } from '#wire/release'
import type { Program } from './keep-release'
import { isWhole, type KeptRelease, keptReleases } from './kept-releases'
import { noteSteps, readSteps, type UpdateSteps } from './update-steps'

export const updatesFolder = (data: string): string => join(data, 'updates')

/** The change from this version of the program to the next, and back. */
export type Updates = {
  state(): ProgramState
  /** The newest version that may take this one's place; none that has given it back once. */
  ready(): KeptRelease | undefined
  /** Whether its installer is what its publisher signed; one that is not is removed. */
  isWhole(release: KeptRelease): Promise<boolean>
  /** From now on its installer runs. */
  begin(release: KeptRelease, at: number): void
  takeBack(): void
  /** Somebody works with this version: a change to it is over. True when there was one. */
  settle(at: number): boolean
  /** Where to go back to when this version, just installed, cannot open the data; `release` is missing when it never came from the district. */
  wayBack(): WayBack | undefined
  giveUp(at: number): void
}
export type WayBack = { version: string; release: KeptRelease | undefined }

/** Reads the folder anew each time: two versions of the program write to it in turn. */
export function updatesOf(data: string, { version, publisherKey }: Omit<Program, 'platform'>): Updates {
  const folder = updatesFolder(data)
  const kept = () => (publisherKey ? keptReleases(folder, publisherKey) : [])
  const keptAs = (wanted: string) => kept().find(({ head }) => head.version === wanted)

  const ready = () => {
    const newest = kept().at(-1)
    if (!newest || compareVersions(newest.head.version, version) <= 0) return undefined
    return newest.head.version === readSteps(folder).givenUp?.version ? undefined : newest
  }
  /** The version before this one, whoever installed it. */
  const followed = ({ used, begun }: UpdateSteps) => used ?? (begun?.to === version ? begun.from : undefined)
  const wayBack = () => {
    const from = followed(readSteps(folder))
    return from && compareVersions(version, from) > 0 ? { version: from, release: keptAs(from) } : undefined
  }

  return {
    ready,
    wayBack,

    state() {
      const { begun, installed, givenUp } = readSteps(folder)
      const next = ready()
      const isLatest = installed?.to === version
      return {
        version,
        takesReleases: publisherKey !== undefined,
        ready: next ? { version: next.head.version, bytes: next.head.size, since: next.since } : null,
        unfinished: begun?.from === version ? { version: begun.to, at: begun.at } : null,
        givenUp: givenUp && compareVersions(givenUp.version, version) > 0 ? givenUp : null,
        installed: isLatest ? { from: installed.from, at: installed.at } : null,
        before: isLatest ? (keptAs(installed.from)?.head.version ?? null) : null
      }
    },

    async isWhole(release) {
      if (await isWhole(release)) return true
      rmSync(dirname(release.installer), { recursive: true, force: true })
      return false
    },

    begin: ({ head }, at) => noteSteps(folder, { begun: { from: version, to: head.version, at } }),
    takeBack: () => noteSteps(folder, { begun: undefined }),

    settle(at) {
      const steps = readSteps(folder)
      if (steps.used === version) return false
      const from = followed(steps)
      const isOver = steps.begun?.to === version
      const isNewer = from !== undefined && compareVersions(version, from) > 0
      noteSteps(folder, {
        used: version,
        ...(isOver && { begun: undefined }),
        ...(isNewer && { installed: { from, to: version, at } }),
        ...(steps.givenUp?.version === version && { givenUp: undefined })
      })
      return from !== undefined
    },

    giveUp: at => noteSteps(folder, { begun: undefined, givenUp: { version, at } })
  }
}
