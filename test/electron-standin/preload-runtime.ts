import type { createCodec } from './values.ts'

export type FromPage =
  | { kind: 'invoke'; n: number; channel: string; args: unknown[] }
  | { kind: 'send'; channel: string; args: unknown[] }
  | { kind: 'open'; url: string; frameName: string; features: string }

export type ToPage =
  | { kind: 'reply'; n: number; value: unknown }
  | { kind: 'failure'; n: number; message: string }
  | { kind: 'event'; channel: string; args: unknown[] }

export type Preload = (require: (name: string) => unknown, module: { exports: object }, exports: object) => void

/** Runs in a page before its own scripts, with the source of `createCodec` and of the built preload beside it. */
export function runInPage(codecOf: typeof createCodec, preload: Preload): void {
  type Bridge = Record<string, unknown> & { standinSend?: (text: string) => void }
  const world = globalThis as unknown as Bridge
  const toMain = world.standinSend
  delete world.standinSend
  // Electron runs a preload in the main frame only
  if (!toMain || window.top !== window || location.protocol === 'about:') return

  const codec = codecOf()
  const post = (message: FromPage): void => toMain(codec.encode(message))
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  const listeners = new Map<string, Set<(event: object, ...args: unknown[]) => void>>()
  let calls = 0

  const receive = (text: string): void => {
    const message = codec.decode(text) as ToPage
    if (message.kind === 'event') {
      for (const listener of [...(listeners.get(message.channel) ?? [])]) listener({}, ...message.args)
      return
    }
    const call = waiting.get(message.n)
    waiting.delete(message.n)
    if (message.kind === 'reply') call?.resolve(message.value)
    else call?.reject(new Error(message.message))
  }
  Object.defineProperty(globalThis, 'standinReceive', { value: receive })

  const refuse = (what: string): never => {
    throw new Error(`stand-in: ${what} is not there`)
  }
  const only = <T extends object>(name: string, target: T): T =>
    new Proxy(target, { get: (from, key) => (key in from ? Reflect.get(from, key) : refuse(`electron.${name}.${String(key)}`)) })
  const on = (channel: string, listener: (event: object, ...args: unknown[]) => void): void => {
    const known = listeners.get(channel) ?? new Set()
    listeners.set(channel, known.add(listener))
  }
  const off = (channel: string, listener: (event: object, ...args: unknown[]) => void): void => {
    listeners.get(channel)?.delete(listener)
  }
  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        calls += 1
        post({ kind: 'invoke', n: calls, channel, args })
        waiting.set(calls, { resolve, reject })
      }),
    send: (channel: string, ...args: unknown[]) => post({ kind: 'send', channel, args }),
    on,
    off,
    removeListener: off
  }
  const frozen = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, frozen(item)])))
  }
  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown) =>
      Object.defineProperty(globalThis, key, { value: frozen(api), enumerable: true, writable: false, configurable: false })
  }

  // a page never opens a window here; whether it may is still asked of the main process
  window.open = (url = '', frameName = '', features = '') => {
    post({ kind: 'open', url: String(new URL(url, location.href)), frameName, features })
    return null
  }
  // Electron shows no context menu unless the app makes one
  window.addEventListener('contextmenu', event => event.preventDefault())

  const electron = { ipcRenderer: only('ipcRenderer', ipcRenderer), contextBridge: only('contextBridge', contextBridge) }
  const require = (name: string): unknown =>
    name === 'electron' ? only('renderer', electron) : refuse(`require('${name}') in a sandboxed preload`)
  const module = { exports: {} }
  preload(require, module, module.exports)
}
