// A whole desk on real encrypted files in a temporary folder, with only the outside world replaced.
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, afterEach } from 'vitest'
import { handlers } from '#main/handlers'
import type { Secrets } from '#main/keys/secrets'
import { closeDesk, openDesk } from '#main/open-desk'
import type { Ports } from '#main/ports'
import type { PrintJob, PrintOutcome } from '#main/printing/printer'
import { serve } from '#main/rpc/serve'
import { noScreens } from '#main/screens/screens'
import { type Installer, noInstaller } from '#main/updates/installer'
import type { Program } from '#main/updates/keep-release'
import { workHere } from '#main/work-here'
import { contract, type DeskApi } from '#shared/contract'
import { type PaperSize, pointsOf } from '#shared/paper/paper-size'
import type { Sheet } from '#shared/paper/sheet'
import { channels } from '#shared/rpc/channels'
import { createApi } from '#shared/rpc/create-api'
import type { Announcement } from '#shared/rpc/events'
import { REFERENCE_FILE } from './reference-file'
import { copySample } from './sample-folder'

/** A Monday morning at half past eight in Kendal. */
export const MORNING = Date.UTC(2026, 10, 23, 1, 30)

export type TestDesk = Awaited<ReturnType<typeof testDesk>>

const opened: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
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

/** Opens a desk that is closed after the test; with `officer` the sample office is set up and that role is signed in. */
export async function testDesk(options: TestDeskOptions = {}) {
  const desk = await newDesk(options)
  opened.push(desk.remove)
  return desk
}

/** Opens a desk that all tests of a file share; for tests that neither close it nor mind what the others left there. */
export async function sharedDesk(options: TestDeskOptions = {}) {
  const desk = await newDesk(options)
  afterAll(desk.remove)
  return desk
}

/** Seats an officer of that role as if the PIN had been typed: the tests of signing in type it. */
export async function actAs({ desk, api }: Pick<TestDesk, 'desk' | 'api'>, role: SampleRole | 'nobody'): Promise<void> {
  desk.session.mustChoose = undefined
  desk.session.officer = value(await api.officers.list({})).find(one => one.roles[0] === role)
}

/** How many desks with keys of their own this file has had: each is another one. */
const own = { count: 0 }

async function setUpSample(folder: string): Promise<void> {
  const { api, close } = await newDesk({ folder })
  value(await api.office.setUpSample({}))
  await close()
}

async function newDesk(options: TestDeskOptions) {
  const { officer, folder, now = MORNING, secrets = testSecrets(), isOwn = false, program, installer = noInstaller } = options
  const data = folder ?? mkdtempSync(join(tmpdir(), 'desk-'))
  const isCopied = officer && !folder && now === MORNING
  if (isCopied) await copySample(isOwn ? `own-${++own.count}` : 'office', data, setUpSample)
  // `ms` is the time that passes; `jumped` is by how much somebody set the PC's clock
  const clock = { ms: now, jumped: 0, now: () => clock.ms + clock.jumped }
  const announced: Announcement[] = []
  const reported: { channel: string; error: unknown }[] = []
  const printer = scriptedPrinter()
  const sheets: Sheet[] = []
  const page = { fits: true }
  const disk = { free: 2 ** 40 }
  const ports: Ports = {
    clock,
    monotonic: () => clock.ms - now,
    freeBytes: () => disk.free,
    random: bytes => randomBytes(bytes),
    renderSheet: async (sheet, paper) => {
      sheets.push(sheet)
      return { pdf: await blankPdf(paper), text: JSON.stringify(sheet), fits: page.fits }
    },
    printer: printer.port,
    screens: noScreens,
    installer,
    ownFolder: name => join(data, name),
    ...workHere,
    announce: event => announced.push(event),
    timers: { set: () => () => undefined },
    report: (channel, error) => {
      reported.push({ channel, error })
      return 'test'
    }
  }
  const desk = await openDesk({ data, referenceFile: REFERENCE_FILE, secrets, ...(program && { program }) }, ports)
  const run = serve(contract, handlers, desk)
  const api = createApi<DeskApi>(channels, async (channel, input) => structuredClone(await run(channel, structuredClone(input))))
  let isOpen = true
  const close = async () => {
    if (isOpen) await closeDesk(desk)
    isOpen = false
  }
  const remove = async () => {
    await close()
    if (!folder) rmSync(data, { recursive: true, force: true })
  }
  if (officer && !isCopied) await api.office.setUpSample({})
  if (officer) await actAs({ desk, api }, officer)
  return { desk, api, run, clock, printer, announced, reported, sheets, page, disk, data, close, remove }
}

/** `isOwn`: the desk has other keys than all other desks of its file. */
type TestDeskOptions = {
  officer?: SampleRole
  folder?: string
  now?: number
  secrets?: Secrets
  isOwn?: boolean
  program?: Program
  installer?: Installer
}

export type SampleRole = 'front-office' | 'back-office' | 'manager' | 'administrator'

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
