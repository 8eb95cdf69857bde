import { readFile, stat } from 'node:fs/promises'
import { type filesContract, MOST_PICTURE_BYTES } from '#shared/files/files.contract'
import { ok, refuse } from '#shared/result'
import type { HandlersOf } from '#shared/rpc/call'
import type { Desk } from '../desk'
import { listFolder, listPlaces, pathOf } from './own-files'
import { pictureType } from './picture-type'

export const filesHandlers: HandlersOf<typeof filesContract, Desk> = {
  places: async desk => ok(await listPlaces(desk)),
  folder: async (desk, { at, show = 'lists' }) => {
    const found = await listFolder(desk, at, show)
    return found ? ok(found) : refuse({ kind: 'folder-gone' })
  },

  picture: async (desk, { at }) => {
    const path = await pathOf(desk, at)
    const found = path === undefined ? undefined : await stat(path).catch(() => undefined)
    if (path === undefined || !found?.isFile()) return refuse({ kind: 'file-missing' })
    if (found.size > MOST_PICTURE_BYTES) return refuse({ kind: 'picture-too-large' })
    const bytes = await readFile(path).catch(() => undefined)
    if (!bytes) return refuse({ kind: 'file-missing' })
    return pictureType(bytes) ? ok(new Uint8Array(bytes)) : refuse({ kind: 'not-a-picture' })
  }
}
