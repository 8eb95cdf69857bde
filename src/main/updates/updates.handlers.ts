import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import type { updatesContract } from '#shared/updates/updates.contract'
import { PROGRAM_FILES } from '#wire/release'
import type { Desk } from '../desk'
import { leaveSoon } from '../screens/leave-soon'
import { countAtCounter } from '../visits/visits.store'

export const updatesHandlers: HandlersOf<typeof updatesContract, Desk> = {
  state: async ({ updates }) => ok(updates.state()),

  install: async desk => {
    const { updates, installer, clock } = desk
    const release = updates.ready()
    if (!release) return refuse({ kind: 'no-release' })
    const visitors = await countAtCounter(desk.db, desk.today())
    if (visitors > 0) return refuse({ kind: 'busy', visitors })
    if (installer.isOnBattery()) return refuse({ kind: 'on-battery' })
    const copy = await desk.backups.make()
    if (!copy.ok) return copy
    // last: copying takes its time, and whatever changed the installer meanwhile must not be run
    if (!(await updates.isWhole(release))) {
      await desk.files.renew(PROGRAM_FILES[release.head.platform])
      desk.sync.wake()
      return refuse({ kind: 'installer-damaged' })
    }
    // before it is started: whatever comes after, the next version knows which one it follows
    updates.begin(release, clock.now())
    if (!(await installer.start(release.installer))) {
      updates.takeBack()
      return refuse({ kind: 'not-started' })
    }
    leaveSoon(desk)
    return ok(null)
  }
}
