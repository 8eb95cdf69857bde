// A desk of this program on real files in a folder, without a window, for the tools that break things.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { backupWork } from '#main/backups/backup-work'
import type { Desk, Ports } from '#main/desk'
import type { Secrets } from '#main/keys/secrets'
import { pdfWork } from '#main/letters/pdf-work'
import { openDesk } from '#main/open-desk'
import { registryWork } from '#main/registry/registry-work'
import { pointsOf } from '#shared/paper/paper-size'

const ROOT = join(import.meta.dirname, '../..')
export const inTheOpen: Secrets = { name: 'faults', isProtected: false, wrap: async bytes => bytes, unwrap: async bytes => bytes }

const ports: Omit<Ports, 'documents'> = {
  clock: { now: () => Date.now() },
  monotonic: () => performance.now(),
  random: bytes => randomBytes(bytes),
  renderSheet: async (sheet, paper) => {
    const document = await PDFDocument.create()
    const { widthPt, heightPt } = pointsOf(paper)
    document.addPage([widthPt, heightPt])
    return { pdf: await document.save(), text: JSON.stringify(sheet), fits: true }
  },
  printer: { list: async () => [], print: async () => ({ kind: 'spooled', jobId: 'none-1' }) },
  pdf: pdfWork,
  backupWork,
  registryWork,
  announce: () => undefined,
  timers: { set: () => () => undefined },
  report: (channel, error) => {
    throw new Error(`${channel} failed`, { cause: error })
  }
}

export const openAt = (data: string): Promise<Desk> =>
  openDesk({ data, referenceFile: join(ROOT, 'out/reference/reference.db'), secrets: inTheOpen }, { ...ports, documents: () => data })
