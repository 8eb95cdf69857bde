// A desk of this program on real files in a folder, without a window, for the tools that break things.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import type { Desk } from '#main/desk'
import { handlers } from '#main/handlers'
import type { Secrets } from '#main/keys/secrets'
import { openDesk } from '#main/open-desk'
import type { Ports } from '#main/ports'
import { serve } from '#main/rpc/serve'
import { noScreens } from '#main/screens/screens'
import { noInstaller } from '#main/updates/installer'
import { workHere } from '#main/work-here'
import { contract, type DeskApi } from '#shared/contract'
import { ROLES } from '#shared/officers/officer'
import { pointsOf } from '#shared/paper/paper-size'
import { channels } from '#shared/rpc/channels'
import { createApi } from '#shared/rpc/create-api'

const ROOT = join(import.meta.dirname, '../..')
export const inTheOpen: Secrets = { name: 'faults', isProtected: false, wrap: async bytes => bytes, unwrap: async bytes => bytes }

const ports: Omit<Ports, 'ownFolder' | 'report'> = {
  clock: { now: () => Date.now() },
  freeBytes: () => 2 ** 40,
  monotonic: () => performance.now(),
  random: bytes => randomBytes(bytes),
  renderSheet: async (sheet, paper) => {
    const document = await PDFDocument.create()
    const { widthPt, heightPt } = pointsOf(paper)
    document.addPage([widthPt, heightPt])
    return { pdf: await document.save(), text: JSON.stringify(sheet), fits: true }
  },
  printer: {
    list: async () => [{ name: 'Kantor', isDefault: true, state: 'idle' }],
    print: async () => ({ kind: 'spooled', jobId: 'none-1' })
  },
  screens: noScreens,
  installer: noInstaller,
  ...workHere,
  announce: () => undefined,
  timers: { set: () => () => undefined }
}

/** Nothing fails here but what a tool breaks. */
const nothingFails: Ports['report'] = (channel, error) => {
  throw new Error(`${channel} failed`, { cause: error })
}

export const openAt = (data: string, report = nothingFails): Promise<Desk> =>
  openDesk(
    { data, referenceFile: join(ROOT, 'out/reference/reference.db'), secrets: inTheOpen },
    { ...ports, ownFolder: () => data, report }
  )

/** The calls of a desk, by an officer who may do everything: whose PIN it was is tried elsewhere. */
export async function apiOf(desk: Desk): Promise<DeskApi> {
  const api = createApi<DeskApi>(channels, serve(contract, handlers, desk))
  const officers = await api.officers.list({})
  const officer = officers.ok ? officers.value.find(one => one.roles.includes('manager')) : undefined
  desk.session.officer = officer && { ...officer, roles: [...ROLES] }
  return api
}
