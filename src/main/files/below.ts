import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** A link is a file: what it leads to is not ours. */
const isFolder = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
const below = (folder: string): string[] => readdirSync(folder).map(name => join(folder, name))

/** Every file at or below a path. */
export function filesIn(path: string): string[] {
  if (isFolder(path)) return below(path).flatMap(filesIn)
  return lstatSync(path, { throwIfNoEntry: false }) ? [path] : []
}

/** Every folder at or below a path, the innermost first. */
export function foldersIn(path: string): string[] {
  return isFolder(path) ? [...below(path).flatMap(foldersIn), path] : []
}
