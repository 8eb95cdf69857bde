import { powerMonitor } from 'electron'
import { LOCKS_AT } from '../security/policy'

/** Tells when the computer goes to sleep or its own lock screen comes. Call it when the app is ready. */
export function whenAway(hear: () => void): void {
  const monitor: NodeJS.EventEmitter = powerMonitor
  for (const sign of LOCKS_AT) monitor.on(sign, hear)
}
