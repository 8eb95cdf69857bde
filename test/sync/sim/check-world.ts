import { checkAgreement } from './check-agreement'
import { checkFeed } from './check-feed'
import { checkNumbers } from './check-numbers'
import { checkSaved } from './check-saved'
import type { World } from './world'

/** The invariants of reliability.md 3.2, on a world at rest. */
export async function checkWorld(world: World): Promise<void> {
  const disk = await world.server.look()
  checkFeed(world, disk)
  checkAgreement(world, disk)
  checkSaved(world, disk)
  checkNumbers(world, disk)
}
