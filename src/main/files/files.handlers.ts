import type { filesContract } from '#shared/files/files.contract'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import type { Desk } from '../desk'
import { listFolder, listPlaces } from './own-files'

export const filesHandlers: HandlersOf<typeof filesContract, Desk> = {
  places: async desk => ok(await listPlaces(desk)),
  folder: async (desk, { at }) => {
    const found = await listFolder(desk, at)
    return found ? ok(found) : refuse({ kind: 'folder-gone' })
  }
}
