import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { ImportError } from '#registry/import/import-error'
import { lastMonthOf } from '#shared/registry/edition'
import type { extractsContract } from '#shared/registry/extracts.contract'
import { mayBe } from '#shared/registry/period'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import { findArea } from '../areas/areas.store'
import { patch } from '../changes/record'
import { write } from '../database/write'
import type { Desk } from '../desk'
import { pathOf } from '../files/own-files'
import { inOrder } from '../office/desk-scopes'
import { signedIn } from '../officers/signed-in'
import { extractCard, incomingOf, servedBy, servedVillages } from './extract-cards'
import { heldOf } from './import-job'
import { takeAnew } from './serve-villages'

export const extractsHandlers: HandlersOf<typeof extractsContract, Desk> = {
  held: async desk => {
    const editions = await Promise.all(desk.registry.editions().map(edition => extractCard(desk, edition)))
    return ok({ served: await servedVillages(desk), servedBy: await servedBy(desk), editions, incoming: incomingOf(desk) })
  },

  look: async (desk, { file }) => {
    const path = await pathOf(desk, file)
    if (path === undefined) return refuse({ kind: 'file-missing' })
    try {
      const preview = await desk.imports.look(path)
      return ok({ ...preview, name: basename(path), bytes: (await stat(path)).size })
    } catch (error) {
      if (error instanceof ImportError) return refuse(error.problem)
      throw error
    }
  },

  start: async (desk, order) => {
    const { file, villageCode } = order
    const path = await pathOf(desk, file)
    if (path === undefined) return refuse({ kind: 'file-missing' })
    if (!mayBe(order.period, desk.today())) return refuse({ kind: 'period-in-future' })
    const isVillages = order.source === 'village-list'
    if (isVillages && villageCode === null) return refuse({ kind: 'village-needed' })
    if (villageCode !== null && !(await findArea(desk.reference, villageCode))) return refuse({ kind: 'unknown-village' })
    const village = isVillages ? villageCode : null
    const held = heldOf(desk, order.source, village)
    if (held && !order.isForced && lastMonthOf(order.period) < lastMonthOf(held.period))
      return refuse({ kind: 'older-period', held: held.period })
    const isStarted = desk.imports.start({ path, file: basename(path), village, said: order })
    return isStarted ? ok(desk.imports.state()) : refuse({ kind: 'import-running' })
  },

  progress: async desk => ok(desk.imports.state()),
  cancel: async desk => {
    desk.imports.cancel()
    return ok(desk.imports.state())
  },
  dismiss: async desk => {
    desk.imports.dismiss()
    return ok(desk.imports.state())
  },

  serve: async (desk, { villages }) => {
    for (const code of villages ?? [])
      if ((await findArea(desk.reference, code))?.level !== 'village') return refuse({ kind: 'unknown-village' })
    if (desk.scopes.own().by?.kind === 'district') return refuse({ kind: 'set-by-district' })
    const serves = { villages: inOrder(villages), officerId: signedIn(desk).id, at: desk.clock.now() }
    await write(desk, async trx => ok(patch(trx, 'device', desk.author.device, { serves })))
    await takeAnew(desk)
    return ok(null)
  },

  discard: async (desk, { n }) => {
    if (desk.imports.state().kind === 'running') return refuse({ kind: 'import-running' })
    const edition = desk.registry.editions().find(held => held.n === n)
    if (!edition) return refuse({ kind: 'not-found' })
    desk.registry.drop(edition.path)
    await desk.registryWork.destroy([edition.path])
    desk.announce({ kind: 'data-changed', entities: [] })
    return ok(null)
  }
}
