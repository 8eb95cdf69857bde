import { randomUUID } from 'node:crypto'
import { type BrowserWindow, type IpcMainEvent, ipcMain } from 'electron'
import { WINDOWS } from '../security/policy'
import { comesFrom } from '../security/sender'
import { createWindow } from './window'

type PageMm = { widthMm: number; heightMm: number }
type Rendered = { pdf: Uint8Array; text: string; pages: number; fits: boolean }
export type SheetPrinter = {
  /** Makes PDF bytes of a sheet; tells its text as it stands on the paper, and whether none of it is cut off. */
  render(sheet: unknown, page: PageMm): Promise<Rendered>
  /** Opens the hidden window before the first letter needs it. */
  warmUp(): Promise<void>
}

type Report = { id: string; text: string; overflow: boolean; error?: string }
type Opened = { window: BrowserWindow; ready: Promise<void> }

const SHEET = WINDOWS.sheet.origin
const PATIENCE_MS = 15_000
const inches = (mm: number): number => mm / 25.4
// one /Page object a page; /Pages is the tree above them
const countPages = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b/g)?.length ?? 0

/** Prints sheets to PDF in one hidden window, one after the other; a page that hangs is thrown away with its window. */
export function createSheetPrinter(preload: string): SheetPrinter {
  const state: { opened: Opened | undefined; last: Promise<unknown> } = { opened: undefined, last: Promise.resolve() }

  const open = (): Opened => {
    const window = createWindow('sheet', { width: 900, height: 1300, skipTaskbar: true, focusable: false }, preload)
    const opened = { window, ready: openSheetPage(window) }
    const forget = () => {
      if (state.opened === opened) state.opened = undefined
    }
    window.on('closed', forget)
    window.webContents.on('render-process-gone', () => window.destroy())
    state.opened = opened
    return opened
  }
  const inPlace = (): Opened => (state.opened && !state.opened.window.isDestroyed() ? state.opened : open())

  const renderNow = async (sheet: unknown, page: PageMm): Promise<Rendered> => {
    const { window, ready } = inPlace()
    try {
      return await withPatience(async () => {
        await ready
        const report = await layOut(window, sheet)
        const pdf = await toPdf(window, page)
        return { pdf, text: report.text, pages: countPages(pdf), fits: !report.overflow }
      }, 'the sheet was not ready in time')
    } catch (error) {
      // after a failure nothing is known of the page: the next letter gets a new one
      window.destroy()
      throw error
    }
  }
  return {
    render: (sheet, page) => {
      const mine = state.last.then(() => renderNow(sheet, page))
      state.last = mine.catch(() => undefined)
      return mine
    },
    warmUp: () => inPlace().ready
  }
}

async function openSheetPage(window: BrowserWindow): Promise<void> {
  const isReady = heard<undefined>(window, 'sheet:ready', () => true)
  await Promise.all([window.loadURL(`${SHEET}/sheet.html`), isReady])
}

async function layOut(window: BrowserWindow, sheet: unknown): Promise<Report> {
  const id = randomUUID()
  const reported = heard<Report>(window, 'sheet:rendered', report => report?.id === id)
  window.webContents.send('sheet:render', { id, sheet })
  const report = await reported
  if (report.error !== undefined) throw new Error(`the sheet could not be laid out: ${report.error}`)
  return report
}

/** Paper and margins are the style sheet's own (`@page`); the size given here is for a sheet that names none. */
function toPdf(window: BrowserWindow, page: PageMm): Promise<Uint8Array> {
  const pageSize = { width: inches(page.widthMm), height: inches(page.heightMm) }
  return window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, pageSize })
}

/** Waits for one message of that window's page; rejects when the window is gone first. */
function heard<T>(window: BrowserWindow, channel: string, isMine: (message: T) => boolean): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const listen = (event: IpcMainEvent, message: T): void => {
    if (event.sender === window.webContents && comesFrom(SHEET, event) && isMine(message)) resolve(message)
  }
  const gone = (): void => reject(new Error('the sheet window was closed'))
  ipcMain.on(channel, listen)
  window.once('closed', gone)
  const forget = (): void => {
    ipcMain.off(channel, listen)
    window.off('closed', gone)
  }
  return promise.finally(forget)
}

async function withPatience<T>(work: () => Promise<T>, tooLate: string): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(tooLate)), PATIENCE_MS)
  try {
    return await Promise.race([work(), promise])
  } finally {
    clearTimeout(timer)
  }
}
