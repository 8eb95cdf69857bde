import type { Timers } from '../timers'
import type { Screens } from './screens'

/** How long the program waits before it ends, so that the answer still reaches the page. */
const LEAVE_MS = 300

export function leaveSoon({ timers, screens }: { timers: Timers; screens: Pick<Screens, 'leave'> }): void {
  timers.set(LEAVE_MS, () => screens.leave())
}
