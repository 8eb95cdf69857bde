import { type BrowserWindow, type IpcMainEvent, ipcMain, screen } from 'electron'
import { answers, VisitorAnswer, type VisitorPage } from '#shared/screens/visitor-page'
import { guardOf } from '../security/guard'
import { VISITOR_RATE, WINDOWS } from '../security/policy'
import { comeBack } from './come-back'
import { createWindow, holdOpen, kindOf } from './window'

export type VisitorScreen = {
  isThere(): boolean
  show(page: VisitorPage): void
  showing(): VisitorPage['kind']
  onAnswer(hear: (answer: VisitorAnswer) => void): void
  release(): void
}

/** An answer is an id and a number. */
const ANSWER_LIMIT = 200

/**
 * Opens the screen that faces the visitor: the whole of the second display as a kiosk, else a window of its own. It has its own session and preload and
 * no call of the desk. It is told what to show, and may answer what stands there, once.
 */
export function openVisitorWindow({ kiosk, preload }: { kiosk: boolean; preload: string }): VisitorScreen {
  const second = screen.getAllDisplays().find(display => display.id !== screen.getPrimaryDisplay().id)
  const place = second ? { x: second.bounds.x, y: second.bounds.y } : {}
  const window: BrowserWindow = createWindow(
    'visitor',
    { width: 1024, height: 640, useContentSize: true, kiosk: kiosk && second !== undefined, backgroundColor: '#faf6ed', ...place },
    preload
  )
  const release = holdOpen(window, kiosk)
  const guard = guardOf('visitor', { rate: VISITOR_RATE, now: () => performance.now() })
  const state: { page: VisitorPage; hear: (answer: VisitorAnswer) => void } = { page: { kind: 'idle' }, hear: () => undefined }
  const show = (page: VisitorPage): void => {
    state.page = page
    if (!window.isDestroyed()) window.webContents.send('visitor:page', page)
  }
  const heard = (event: IpcMainEvent, input: unknown, take: () => void): void => {
    if (guard.judge(event, kindOf(event.sender), input, ANSWER_LIMIT) === 'pass') take()
  }
  // a page that was loaded anew is told what it stood at
  ipcMain.on('visitor:ready', event => heard(event, null, () => show(state.page)))
  ipcMain.on('visitor:answer', (event, input: unknown) =>
    heard(event, input, () => {
      const answer = VisitorAnswer.safeParse(input).data
      if (!answer || !answers(state.page, answer)) return
      show({ kind: 'thanks' })
      state.hear(answer)
    })
  )
  window.once('ready-to-show', () => window.show())
  const url = `${WINDOWS.visitor.origin}/visitor.html`
  comeBack(window, url)
  void window.loadURL(url).catch(() => undefined)
  return {
    isThere: () => !window.isDestroyed(),
    show,
    showing: () => state.page.kind,
    onAnswer: hear => {
      state.hear = hear
    },
    release
  }
}
