// The desk that the tools break, and the officer at it.
import { PDFDocument } from '@cantoo/pdf-lib'
import type { Desk } from '#main/desk'
import type { Ports } from '#main/ports'
import type { DeskApi } from '#shared/contract'
import { ROLES } from '#shared/officers/officer'
import { pointsOf } from '#shared/paper/paper-size'
import { callsOf, openLone } from '../lone-desk.ts'
import { program } from './publisher.ts'

const ports: Partial<Ports> = {
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
  // whatever it is asked to start
  installer: { start: async () => true, isOnBattery: () => false }
}

/** Opens the desk of a folder, done with what it goes on with by itself: the folder may be taken away then. Without a `report` nothing fails but what a tool breaks. */
export async function openAt(data: string, report?: Ports['report']): Promise<Desk> {
  const desk = await openLone(data, { ...ports, ownFolder: () => data, ...(report && { report }) }, program)
  await desk.files.retry().catch(() => undefined)
  return desk
}

/** The calls of a desk, by an officer who may do everything: whose PIN it was is tried elsewhere. */
export async function apiOf(desk: Desk): Promise<DeskApi> {
  const api = callsOf(desk)
  const officers = await api.officers.list({})
  const officer = officers.ok ? officers.value.find(one => one.roles.includes('manager')) : undefined
  desk.session.officer = officer && { ...officer, roles: [...ROLES] }
  return api
}
