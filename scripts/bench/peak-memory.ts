import { readFileSync } from 'node:fs'

/**
 * The most memory that this program has had resident, in MB; Linux alone counts it, elsewhere NaN. Not `process.resourceUsage().maxRSS`: that begins
 * with what the program had that started this one.
 */
export const peakMb = (): number => Number(/VmHWM:\s+(\d+)/.exec(statusOfThis())?.[1]) / 1024

function statusOfThis(): string {
  try {
    return readFileSync('/proc/self/status', 'utf8')
  } catch {
    return ''
  }
}
