import { mayBe } from '#shared/registry/period'
import type { registryContract } from '#shared/registry/registry.contract'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { append, attach } from '../changes/record'
import { find } from '../database/find'
import { write } from '../database/write'
import type { Desk } from '../desk'
import { pictureType } from '../files/picture-type'
import { signedIn } from '../officers/signed-in'
import { keptPicture } from './kept-picture'

type Handlers = HandlersOf<typeof registryContract, Desk>

/** Keeps what an officer saw in SIKS-NG, with the day and, if given, a picture of the screen. Needs no register on this desk. */
export const recordCheck: Handlers['recordCheck'] = (desk, { picture, ...check }) =>
  write(desk, async trx => {
    if (!check.isListed && check.decile !== null) return refuse({ kind: 'decile-without-listing' })
    if (!(await find(trx, 'resident', check.residentId))) return refuse({ kind: 'not-found' })
    if (check.visitId && !(await find(trx, 'visit', check.visitId))) return refuse({ kind: 'not-found' })
    if (check.asOf && check.asOf > desk.today()) return refuse({ kind: 'looked-in-future' })
    if (!mayBe(check.period, desk.today())) return refuse({ kind: 'period-in-future' })
    if (picture && !pictureType(picture)) return refuse({ kind: 'not-a-picture' })
    return ok(
      append(trx, 'registryCheck', {
        id: trx.newId(),
        ...check,
        method: 'manual',
        screenshot: picture ? attach(trx, picture) : null,
        checkedAt: desk.clock.now(),
        officerId: signedIn(desk).id
      })
    )
  })

export const picture: Handlers['picture'] = async (desk, { checkId }) => {
  const check = await find(desk.db, 'registryCheck', checkId)
  if (!check?.screenshot) return refuse({ kind: 'not-found' })
  const kept = await keptPicture(desk, check.screenshot)
  if (kept === 'elsewhere') return refuse({ kind: 'picture-elsewhere' })
  return kept === 'no-picture' ? refuse({ kind: 'not-found' }) : ok(kept)
}
