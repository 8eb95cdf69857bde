import { cupsPrinter } from './cups-printer'
import type { Printer } from './printer'
import { windowsPrinter } from './windows-printer'

/** The spooler of this operating system: Windows has its own, every other one we run on has CUPS. */
export const printerFor = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv = process.env): Printer =>
  platform === 'win32' ? windowsPrinter(env) : cupsPrinter({ env })
