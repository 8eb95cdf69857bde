import { addDays } from '#shared/clock'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import type { screensContract } from '#shared/screens/screens.contract'
import type { VisitorAnswer } from '#shared/screens/visitor-page'
import type { Desk } from '../desk'
import { leaveSoon } from './leave-soon'
import { countScore, countsSince } from './screens.store'

const DAYS = 30

export const screensHandlers: HandlersOf<typeof screensContract, Desk> = {
  state: async ({ screens }) => ok({ isKiosk: screens.isKiosk, hasVisitor: screens.hasVisitor(), showing: screens.showing() }),

  showVisitor: async ({ screens }, page) => {
    if (!screens.hasVisitor()) return refuse({ kind: 'no-visitor-screen' })
    screens.showVisitor(page)
    return ok(null)
  },

  satisfaction: async desk => ok(countsSince(desk.raw, addDays(desk.today(), -DAYS))),

  leaveKiosk: async desk => {
    if (!desk.screens.isKiosk) return refuse({ kind: 'no-kiosk' })
    leaveSoon(desk)
    return ok(null)
  }
}

/** From now on what a visitor answers is counted and told to the officer's screen. */
export function hearVisitor(desk: Desk): void {
  desk.screens.onAnswer(answer => void take(desk, answer))
}

async function take(desk: Desk, answer: VisitorAnswer): Promise<void> {
  if (answer.kind === 'rating') {
    try {
      // on a turn of its own: another's transaction may be open
      await desk.db.connection().execute(async () => countScore(desk.raw, desk.today(), answer.score))
    } catch (error) {
      desk.report('screens.rating', error)
    }
  }
  desk.announce({ kind: 'visitor-answered', answer })
}
