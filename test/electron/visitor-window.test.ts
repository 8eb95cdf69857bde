import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { VisitorAnswer } from '#shared/screens/visitor-page'
import * as fake from '#test/fakes/electron'

vi.mock('electron', () => import('#test/fakes/electron'))
const { openVisitorWindow } = await import('#main/electron/visitor-window')
const { createWindow } = await import('#main/electron/window')

const ID = '0192f0c0-0000-7000-8000-000000000001'
const RIGHT = { kind: 'mirror', id: ID, isRight: true } as const
const MIRROR = { kind: 'mirror' as const, id: ID, lines: [{ label: 'Nama', value: 'Siti Aminah Contoh' }] }

beforeEach(() => {
  fake.BrowserWindow.made = []
  fake.ipcMain.removeAllListeners()
  fake.screen.displays = [fake.screen.first]
})

function opened(kiosk = false) {
  const visitor = openVisitorWindow({ kiosk, preload: '/visitor.cjs' })
  const window = fake.BrowserWindow.made.at(-1) as fake.BrowserWindow
  const heard: VisitorAnswer[] = []
  visitor.onAnswer(answer => heard.push(answer))
  const say = (channel: string, input?: unknown, from: fake.BrowserWindow = window, origin = 'app://visitor') =>
    fake.ipcMain.emit(channel, { sender: from.webContents, senderFrame: { origin, parent: null } }, input)
  const shown = () => window.webContents.told.filter(({ channel }) => channel === 'visitor:page').map(({ args }) => args[0])
  return { visitor, window, heard, say, shown }
}

describe('F30: the visitor’s window', () => {
  it('has its own session and preload, and loads its own page', () => {
    const { window } = opened()
    expect(window.options.webPreferences).toMatchObject({ partition: 'visitor', preload: '/visitor.cjs', sandbox: true })
    expect(window.loaded).toEqual(['app://visitor/visitor.html'])
  })

  it('is the whole of the second display in a kiosk, and cannot be closed there', () => {
    fake.screen.displays = [fake.screen.first, { id: 2, bounds: { x: 1366, y: 0, width: 1024, height: 768 } }]
    const { window, visitor } = opened(true)
    expect(window.options).toMatchObject({ kiosk: true, x: 1366, y: 0 })
    window.close()
    expect(visitor.isThere()).toBe(true)
    visitor.release()
    window.close()
    expect(visitor.isThere()).toBe(false)
  })

  it('takes no display from the officer when there is only one', () => {
    expect(opened(true).window.options.kiosk).toBe(false)
  })

  it('hears one answer to what stands there, and thanks', () => {
    const { visitor, heard, say, shown } = opened()
    visitor.show(MIRROR)
    say('visitor:answer', RIGHT)
    say('visitor:answer', RIGHT)
    expect(heard).toEqual([RIGHT])
    expect(shown()).toEqual([MIRROR, { kind: 'thanks' }])
  })

  it.each([
    ['to another question', { ...RIGHT, id: '0192f0c0-0000-7000-8000-000000000002' }],
    ['of another kind', { kind: 'rating', id: ID, score: 4 }],
    ['that has no form', { kind: 'mirror', id: ID, isRight: 'yes' }],
    ['that is too long', { ...RIGHT, more: 'x'.repeat(500) }],
    ['that is nothing', undefined]
  ])('hears no answer %s', (_, answer) => {
    const { visitor, heard, say } = opened()
    visitor.show(MIRROR)
    say('visitor:answer', answer)
    expect(heard).toEqual([])
  })

  it('hears nothing from another window or page, and nothing after a flood', () => {
    const { visitor, heard, say } = opened()
    visitor.show(MIRROR)
    createWindow('desk', {}, '/index.cjs')
    const desk = fake.BrowserWindow.made.at(-1) as fake.BrowserWindow
    say('visitor:answer', RIGHT, desk)
    say('visitor:answer', RIGHT, undefined, 'app://desk')
    for (let n = 0; n < 20; n++) say('visitor:answer', { kind: 'idle' })
    say('visitor:answer', RIGHT)
    expect(heard).toEqual([])
  })

  it('is told again what stood there when its page comes back', () => {
    const { visitor, window, say, shown } = opened()
    visitor.show(MIRROR)
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    say('visitor:ready')
    expect(shown()).toEqual([MIRROR, MIRROR])
    expect(window.loaded).toHaveLength(2)
  })
})
