import { setTimeout as pause } from 'node:timers/promises'

const PAUSE_MS = 250

/** Attempts until one answers true; how many it took. */
export async function again(/** @type {() => Promise<boolean>} */ attempt) {
  for (let tries = 1; ; tries++) {
    if (await attempt().catch(() => false)) return { tries }
    await pause(PAUSE_MS)
  }
}
