import { EventEmitter } from 'node:events'
import { setTimeout } from 'node:timers/promises'
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

/** How long a busy main process may keep a call waiting, in ms; 0: calls are answered as they come. */
const LONGEST_WAIT = Number(process.env.STANDIN_SLOW ?? 0)
let turn: Promise<unknown> = Promise.resolve()

/** Every fourth call, by chance, waits for a main process that does something else, and so do those behind it: their order stays. */
function comesToTurn(): Promise<unknown> {
  if (Math.random() < 0.25) turn = turn.then(() => setTimeout(LONGEST_WAIT * Math.random()))
  return turn
}

/** Runs the handler of a call from a page; rejects as Electron does. */
export async function answer(event: object, channel: string, args: readonly unknown[]): Promise<unknown> {
  const handler = handlers.get(channel)
  if (!handler) throw new Error(`Error invoking remote method '${channel}': Error: No handler registered for '${channel}'`)
  if (LONGEST_WAIT > 0) await comesToTurn()
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
