import { EventEmitter } from 'node:events'
import type { IpcMain } from 'electron'
import { named } from './named.ts'

type Handler = (event: never, ...args: unknown[]) => unknown

const handlers = new Map<string, Handler>()
const events = new EventEmitter()

const parts = {
  handle: (channel, handler) => {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
  removeHandler: channel => void handlers.delete(channel)
} satisfies Pick<IpcMain, 'handle' | 'removeHandler'>

/** Electron's `ipcMain`: calls that want an answer, and messages that do not. */
export const ipcMain = named('ipcMain', Object.assign(events, parts))

/** Runs the handler of a call from a page; rejects as Electron does. */
export async function answer(event: object, channel: string, args: readonly unknown[]): Promise<unknown> {
  const handler = handlers.get(channel)
  if (!handler) throw new Error(`Error invoking remote method '${channel}': Error: No handler registered for '${channel}'`)
  try {
    return await handler(event as never, ...args)
  } catch (error) {
    throw new Error(`Error invoking remote method '${channel}': ${error}`)
  }
}

/** Hands a message from a page to its listeners. */
export function deliver(event: object, channel: string, args: readonly unknown[]): void {
  events.emit(channel, event, ...args)
}
