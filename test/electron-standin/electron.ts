// What `import ... from 'electron'` gives under the stand-in: a kiosk's part of it, the rest throws by its name.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { CrashReporter, Menu as ElectronMenu } from 'electron'
import { app } from './app.ts'
import { ipcMain } from './ipc.ts'
import { missing, NamedEmitter, named, notThere } from './named.ts'
import { safeStorage } from './safe-storage.ts'
import { protocol, session } from './session.ts'
import { webContents } from './web-contents.ts'
import { BrowserWindow } from './windows.ts'

const Menu = named('Menu', {
  // the stand-in's windows have no menu anyway
  setApplicationMenu: menu => {
    if (menu !== null) throw notThere('Menu.setApplicationMenu(menu)')
  }
} satisfies Pick<typeof ElectronMenu, 'setApplicationMenu'>)

const crashReporter = named('crashReporter', {
  start: options => {
    if (options.uploadToServer !== false) throw notThere('crashReporter with an upload')
  }
} satisfies Pick<CrashReporter, 'start'>)

// no machine goes to sleep for the stand-in, and none has a battery
const powerMonitor = named(
  'powerMonitor',
  Object.assign(
    new NamedEmitter('powerMonitor', ['suspend', 'resume', 'lock-screen', 'unlock-screen', 'shutdown', 'on-ac', 'on-battery']),
    { isOnBatteryPower: () => false }
  )
)

const shell = named('shell', {
  /** What a desktop would open a file with is named by `STANDIN_OPENER`. */
  openPath: async path => {
    const child = spawn(process.env.STANDIN_OPENER ?? 'xdg-open', [path], { detached: true, stdio: 'ignore' })
    const [error] = await once(child, 'spawn').then(
      () => [undefined],
      reason => [reason as Error]
    )
    child.unref()
    return error?.message ?? ''
  }
} satisfies Pick<Electron.Shell, 'openPath'>)

// one display, whatever the machine has
const display = { id: 1, bounds: { x: 0, y: 0, width: 1366, height: 768 } } as Electron.Display
const screen = named('screen', { getAllDisplays: () => [display], getPrimaryDisplay: () => display } satisfies Partial<Electron.Screen>)

const there = { app, BrowserWindow, crashReporter, ipcMain, Menu, powerMonitor, protocol, safeStorage, screen, session, shell, webContents }

type NotThere = Exclude<keyof typeof Electron.Main, keyof typeof there>
const rest = {
  autoUpdater: missing('autoUpdater'),
  BaseWindow: missing('BaseWindow'),
  BrowserView: missing('BrowserView'),
  clipboard: missing('clipboard'),
  ClipboardItem: missing('ClipboardItem'),
  contentTracing: missing('contentTracing'),
  desktopCapturer: missing('desktopCapturer'),
  dialog: missing('dialog'),
  globalShortcut: missing('globalShortcut'),
  ImageView: missing('ImageView'),
  inAppPurchase: missing('inAppPurchase'),
  IpcMainServiceWorker: missing('IpcMainServiceWorker'),
  MenuItem: missing('MenuItem'),
  MessageChannelMain: missing('MessageChannelMain'),
  nativeImage: missing('nativeImage'),
  nativeTheme: missing('nativeTheme'),
  net: missing('net'),
  netLog: missing('netLog'),
  Notification: missing('Notification'),
  powerSaveBlocker: missing('powerSaveBlocker'),
  pushNotifications: missing('pushNotifications'),
  sharedTexture: missing('sharedTexture'),
  ShareMenu: missing('ShareMenu'),
  systemPreferences: missing('systemPreferences'),
  TouchBar: missing('TouchBar'),
  Tray: missing('Tray'),
  utilityProcess: missing('utilityProcess'),
  View: missing('View'),
  webFrameMain: missing('webFrameMain'),
  WebContentsView: missing('WebContentsView'),
  WebSocket: missing('WebSocket')
} satisfies Partial<Record<NotThere | 'nativeImage' | 'sharedTexture' | 'systemPreferences', never>>

export { app, BrowserWindow, crashReporter, ipcMain, Menu, powerMonitor, protocol, safeStorage, screen, session, shell, webContents }
export const {
  autoUpdater,
  BaseWindow,
  BrowserView,
  clipboard,
  ClipboardItem,
  contentTracing,
  desktopCapturer,
  dialog,
  globalShortcut,
  ImageView,
  inAppPurchase,
  IpcMainServiceWorker,
  MenuItem,
  MessageChannelMain,
  nativeImage,
  nativeTheme,
  net,
  netLog,
  Notification,
  powerSaveBlocker,
  pushNotifications,
  sharedTexture,
  ShareMenu,
  systemPreferences,
  TouchBar,
  Tray,
  utilityProcess,
  View,
  webFrameMain,
  WebContentsView,
  WebSocket
} = rest

// `import electron from 'electron'` and `require('electron')` give the same parts
const electron = { ...there, ...rest }

export { electron as default, electron as 'module.exports' }
