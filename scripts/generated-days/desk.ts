// A real desk in this process that lives through invented days: its clock is told, its printer and its page maker are made of air.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { changesAfter } from '#main/changes/log'
import { closeDesk } from '#main/open-desk'
import type { Ports } from '#main/ports'
import { pointsOf } from '#shared/paper/paper-size'
import { value } from '../answer-value.ts'
import { callsOf, openLone } from '../lone-desk.ts'
import { between, type Random } from '../seeded.ts'

export type LivingDesk = Awaited<ReturnType<typeof openLivingDesk>>

/** Opens a desk with the sample office at a moment; `pass` lets time go by, as it does between two acts of a person. */
export async function openLivingDesk(random: Random, startsAt: number) {
  const data = mkdtempSync(join(tmpdir(), 'loket-days-'))
  const time = { ms: startsAt }
  const now = () => {
    // a call takes a moment
    if (random() < 0.3) time.ms += 1
    return time.ms
  }
  const ports: Partial<Ports> = {
    clock: { now },
    monotonic: () => time.ms - startsAt + 1200.4,
    renderSheet: async (sheet, paper) => {
      const document = await PDFDocument.create()
      document.setSubject(`${random()}`)
      const { widthPt, heightPt } = pointsOf(paper)
      document.addPage([widthPt, heightPt])
      time.ms += between(random, 120, 400)
      return { pdf: await document.save(), text: JSON.stringify(sheet), fits: true }
    },
    printer: {
      list: async () => [{ name: 'Epson-L3210-Loket', isDefault: true, state: 'idle' }],
      print: async () => {
        time.ms += between(random, 900, 6000)
        return { kind: 'spooled', jobId: `Epson-${between(random, 1, 9999)}` }
      }
    }
  }
  const desk = await openLone(data, ports)
  const api = callsOf(desk)
  value(await api.office.setUpSample({}))
  const officers = value(await api.officers.list({}))
  return {
    api,
    /** Seats whoever has the role, as if the PIN had been typed. */
    seat: (role: 'front-office' | 'back-office' | 'manager') => {
      desk.session.officer = officers.find(officer => officer.roles[0] === role)
    },
    pass: (fromMs: number, toMs: number) => {
      time.ms += between(random, fromMs, toMs)
    },
    wakeAt: (ms: number) => {
      time.ms = Math.max(time.ms, ms)
    },
    now: () => time.ms,
    /** The changes that the desk has made after one, as they lie in its log. */
    bodiesAfter: (seq: number) => changesAfter(desk.raw, seq).map(change => change.body),
    close: async () => {
      await closeDesk(desk)
      rmSync(data, { recursive: true, force: true })
    }
  }
}
