import { existsSync } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { type FileAt, type FileKind, type FilePlaceCard, type FolderCard, OWN_FOLDERS, type OwnFile } from '#shared/files/files.contract'
import type { Desk } from '../desk'
import { findDrive, listDrives } from '../sync/drives'

type Folders = Pick<Desk, 'ownFolder'>

const NAMES: Record<FileKind, RegExp> = { lists: /\.(csv|tsv|txt|xlsx|xls|xlsm|ods)$/i, pictures: /\.(png|jpe?g)$/i }
/** What one looks through by eye. */
const MOST = 300

/** Own folders that exist, and the sticks that are in this PC now. */
export async function listPlaces({ ownFolder }: Folders): Promise<FilePlaceCard[]> {
  const own = OWN_FOLDERS.filter(kind => existsSync(ownFolder(kind))).map(kind => ({ place: kind, kind, name: '', freeBytes: null }))
  const drives = await listDrives()
  return [...own, ...drives.map(({ path, name, freeBytes }) => ({ place: path, kind: 'drive' as const, name, freeBytes }))]
}

/** The files of a kind and the folders in a folder; undefined when it is not there any more. */
export async function listFolder(desk: Folders, at: FileAt, show: FileKind): Promise<FolderCard | undefined> {
  const folder = await pathOf(desk, at)
  if (folder === undefined) return undefined
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined)
  if (!entries) return undefined
  const shown = entries.filter(({ name }) => !/^[.$~]/.test(name))
  const folders = shown.filter(entry => entry.isDirectory()).map(({ name }) => name)
  const names = shown.filter(entry => entry.isFile() && NAMES[show].test(entry.name)).map(({ name }) => name)
  const files = (await Promise.all(names.map(name => fileIn(folder, name)))).flatMap(file => file ?? [])
  return {
    folders: folders.sort((a, b) => a.localeCompare(b, 'id')).slice(0, MOST),
    // what was downloaded just now is among them, however full the folder is
    files: files.sort((a, b) => b.changedAt - a.changedAt).slice(0, MOST),
    isCut: names.length > MOST || folders.length > MOST
  }
}

async function fileIn(folder: string, name: string): Promise<OwnFile | undefined> {
  const found = await stat(join(folder, name)).catch(() => undefined)
  return found && { name, bytes: found.size, changedAt: Math.round(found.mtimeMs) }
}

/** Where something lies that an officer pointed at; undefined for what is not there, and for whatever lies outside of the place. */
export async function pathOf(desk: Folders, { place, path }: FileAt): Promise<string | undefined> {
  const own = OWN_FOLDERS.find(kind => kind === place)
  const root = own ? desk.ownFolder(own) : (await findDrive(place))?.path
  if (root === undefined || path.some(name => /[/\\\0]|^\.\.?$/.test(name))) return undefined
  try {
    const [inside, found] = [await realpath(root), await realpath(join(root, ...path))]
    const way = relative(inside, found)
    return way === '..' || way.startsWith(`..${sep}`) || /^[A-Za-z]:|^[/\\]/.test(way) ? undefined : found
  } catch {
    return undefined // gone, or a loop of links
  }
}
