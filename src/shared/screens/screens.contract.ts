import { z } from 'zod'
import { call } from '#shared/rpc/call'
import { type Score, VisitorPage } from './visitor-page'

export type ScreensState = {
  isKiosk: boolean
  /** Whether there is a second screen for the visitor, or a window for it was opened. */
  hasVisitor: boolean
  /** What the visitor sees now. */
  showing: VisitorPage['kind']
}

/** How many visitors gave each grade in the last thirty days. Nobody is named, and no visit. */
export type Satisfaction = Record<Score, number>

export const screensContract = {
  state: call<ScreensState>()(z.object({})),
  /** Puts one page on the screen that faces the visitor, in place of what stood there. */
  showVisitor: call<null, { kind: 'no-visitor-screen' }>()(VisitorPage),
  satisfaction: call<Satisfaction>()(z.object({})),
  /** The supervisor's way out of a kiosk: the program ends. */
  leaveKiosk: call<null, { kind: 'no-kiosk' }>()(z.object({}))
}
