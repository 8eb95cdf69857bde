import { checkAgreement } from './check-agreement'
import { checkFeed } from './check-feed'
import { checkNumbers } from './check-numbers'
import { checkSaved } from './check-saved'
import type { World } from './world'

/** The invariants of reliability.md 3.2, on a world at rest. */
export function checkWorld(world: World): void {
  checkFeed(world)
  checkAgreement(world)
  checkSaved(world)
  checkNumbers(world)
}
