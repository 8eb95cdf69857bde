// A desk of this program on real files in a folder, with nobody in front of it: for tools and measurements.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Desk } from '#main/desk'
import { handlers } from '#main/handlers'
import type { Secrets } from '#main/keys/secrets'
import { openDesk } from '#main/open-desk'
import type { Ports } from '#main/ports'
import { serve } from '#main/rpc/serve'
import { noScreens } from '#main/screens/screens'
import { noInstaller } from '#main/updates/installer'
import type { Program } from '#main/updates/keep-release'
import { workHere } from '#main/work-here'
import { contract, type DeskApi } from '#shared/contract'
import { channels } from '#shared/rpc/channels'
import { createApi } from '#shared/rpc/create-api'

const REFERENCE_FILE = join(import.meta.dirname, '../out/reference/reference.db')

/** Keys that whoever has the file has too. */
export const inTheOpen: Secrets = { name: 'none', isProtected: false, wrap: async bytes => bytes, unwrap: async bytes => bytes }

/** The machine's own time and chance; no window, no paper, and nothing that is done by itself at some hour. What fails ends the script. */
const alone: Ports = {
  clock: { now: () => Date.now() },
  freeBytes: () => 2 ** 40,
  monotonic: () => performance.now(),
  random: bytes => randomBytes(bytes),
  ownFolder: () => {
    throw new Error('nothing is written here')
  },
  renderSheet: () => Promise.reject(new Error('there is no window to lay a page out in')),
  printer: { list: async () => [], print: () => Promise.reject(new Error('there is no printer')) },
  screens: noScreens,
  installer: noInstaller,
  ...workHere,
  announce: () => undefined,
  timers: { set: () => () => undefined },
  report: (channel, error) => {
    throw new Error(`${channel} failed`, { cause: error })
  }
}

/** Opens the desk of a folder; `ports`: what it has of the world around it after all, `program`: as whose version it takes other ones. */
export const openLone = (data: string, ports: Partial<Ports> = {}, program?: Program): Promise<Desk> =>
  openDesk({ data, referenceFile: REFERENCE_FILE, secrets: inTheOpen, ...(program && { program }) }, { ...alone, ...ports })

/** All calls of a desk, as its window would make them. */
export const callsOf = (desk: Desk): DeskApi => createApi<DeskApi>(channels, serve(contract, handlers, desk))
