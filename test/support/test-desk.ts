// A whole desk on real encrypted files in a temporary folder, with only the outside world replaced.
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterEach } from 'vitest'
import { contract, type DeskApi } from '#shared/contract'
import { type PaperSize, pointsOf } from '#shared/paper/paper-size'
import type { Sheet } from '#shared/paper/sheet'
import { channels } from '#shared/rpc/channels'
import { createApi } from '#shared/rpc/create-api'
import type { Announcement } from '#shared/rpc/events'
import type { Ports } from '#main/desk'
import { handlers } from '#main/handlers'
import type { Secrets } from '#main/keys/secrets'
import { closeDesk, openDesk } from '#main/open-desk'
import type { PrintJob, PrintOutcome } from '#main/printing/printer'
import { serve } from '#main/rpc/serve'
import { REFERENCE_FILE } from './reference-file'

const SAMPLE_PIN = '123456'
/** A Monday morning at half past eight in Kendal. */
const MORNING = Date.UTC(2026, 10, 23, 1, 30)

export type TestDesk = Awaited<ReturnType<typeof testDesk>>

const opened: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of opened.splice(0)) await close()
})

/** Wraps by turning every bit over: the tests of keys need a store that can also be a foreign one. */
export const testSecrets = (name = 'test'): Secrets => ({
  name,
  isProtected: true,
  wrap: async bytes => Buffer.concat([mark(name), flipped(bytes)]),
  unwrap: async bytes => {
    if (!Buffer.from(bytes.subarray(0, 8)).equals(mark(name))) throw new Error('wrapped elsewhere')
    return flipped(bytes.subarray(8))
  }
})
const mark = (name: string): Buffer => createHash('sha256').update(name).digest().subarray(0, 8)
const flipped = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map(byte => byte ^ 0xff))

/** Opens a desk; with `officer` the sample office is set up and that role is signed in. */
export async function testDesk({ officer, folder, now = MORNING, secrets = testSecrets() }: TestDeskOptions = {}) {
  const data = folder ?? mkdtempSync(join(tmpdir(), 'desk-'))
  const clock = { ms: now, now: () => clock.ms }
  const announced: Announcement[] = []
  const reported: { channel: string; error: unknown }[] = []
  const printer = scriptedPrinter()
  const sheets: Sheet[] = []
  const ports: Ports = {
    clock,
    monotonic: () => clock.ms - now,
    random: bytes => randomBytes(bytes),
    renderSheet: async (sheet, paper) => {
      sheets.push(sheet)
      return { pdf: await blankPdf(paper), text: JSON.stringify(sheet), fits: true }
    },
    printer: printer.port,
    announce: event => announced.push(event),
    report: (channel, error) => {
      reported.push({ channel, error })
      return 'test'
    }
  }
  const desk = await openDesk({ data, referenceFile: REFERENCE_FILE, secrets }, ports)
  const run = serve(contract, handlers, desk)
  const api = createApi<DeskApi>(channels, async (channel, input) => structuredClone(await run(channel, structuredClone(input))))
  let isOpen = true
  const close = async () => {
    if (isOpen) await closeDesk(desk)
    isOpen = false
  }
  opened.push(async () => {
    await close()
    if (!folder) rmSync(data, { recursive: true, force: true })
  })
  if (officer) {
    await api.office.setUpSample({})
    await signIn(api, officer)
  }
  return { desk, api, run, clock, printer, announced, reported, sheets, data, close }
}
type TestDeskOptions = { officer?: SampleRole; folder?: string; now?: number; secrets?: Secrets }

export type SampleRole = 'front-office' | 'back-office' | 'manager' | 'administrator'

/** Signs the first sample officer with that role in. */
export async function signIn(api: DeskApi, role: SampleRole): Promise<string> {
  const officers = value(await api.officers.list({}))
  const officer = officers.find(one => one.roles[0] === role)
  if (!officer) throw new Error(`no sample officer is ${role}`)
  value(await api.officers.signIn({ officerId: officer.id, pin: SAMPLE_PIN }))
  return officer.id
}

/** The value of an answer; a refusal fails the test with its kind. */
export function value<T>(result: { ok: true; value: T } | { ok: false; problem: { kind: string } }): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problem)}`)
  return result.value
}

/** The problem of an answer; a success fails the test. */
export function problem<P>(result: { ok: true; value: unknown } | { ok: false; problem: P }): P {
  if (result.ok) throw new Error('was not refused')
  return result.problem
}

function scriptedPrinter() {
  const jobs: PrintJob[] = []
  const script: PrintOutcome[] = []
  const port: Ports['printer'] = {
    list: async () => [{ name: 'Kantor', isDefault: true, state: 'idle' }],
    print: async job => {
      jobs.push(job)
      return script.shift() ?? { kind: 'spooled', jobId: `Kantor-${jobs.length}` }
    }
  }
  return { port, jobs, script }
}

async function blankPdf(paper: PaperSize): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const { widthPt, heightPt } = pointsOf(paper)
  document.addPage([widthPt, heightPt])
  return document.save()
}
