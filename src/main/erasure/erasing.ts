import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { shred } from '#wire/shred'
import { filesIn, foldersIn } from '../files/below'
import { listSpooled } from '../printing/spooled'
import { readMark, writeMark } from './mark'

/**
 * All that a desk ever makes in its folder. Nothing else there is touched: somebody may have chosen a folder with other things in it. Not Chromium's own
 * files: it has them open as long as the program runs, and by policy they hold nothing of a page.
 */
const OURS =
  /^(keys|journal|journal\.place.*|backups|from-stick(\.new)?|desk\.db.*|rusak-.*|darurat(-lama-\d+)?|registry|district-files|reference|updates|logs|ballast.*)$/

/** What opens something: the keys, those sealed with the code on paper and to the district, the counts beside them, those of an emergency book or a registry. */
const isKey = (path: string): boolean => basename(dirname(path)) === 'keys' || /\.key(\.|$)/.test(basename(path))
const isJournal = (path: string): boolean => /\.journal(\.|$)/.test(basename(path))

type Tried = { path: string; isGone: boolean }

/**
 * Erases a desk file by file, and says each that was tried: keys first, so that from then on all else opens with nothing; then the journals, here and on the
 * second disk; then the rest. Left off anywhere and begun anew it goes on.
 */
export function* erasing(data: string, secondJournal: string | null): Generator<Tried> {
  const own = readdirSync(data).filter(name => OURS.test(name))
  const roots = [...own.map(name => join(data, name)), ...(secondJournal ? [secondJournal] : []), ...listSpooled()]
  const files = roots.flatMap(filesIn)
  const keys = files.filter(isKey)
  const journals = files.filter(path => isJournal(path) && !isKey(path))
  for (const path of [...keys, ...journals]) yield tryOn(path, shred)
  for (const path of files) if (!keys.includes(path) && !journals.includes(path)) yield tryOn(path, file => rmSync(file, { force: true }))
  for (const path of roots.flatMap(foldersIn)) yield tryOn(path, rmdirSync)
}

/** Goes on erasing where these data are marked for it; undefined where they are not. `not-erased`: something is held open or cannot be written. */
export function finishErasing(data: string): 'erased' | 'not-erased' | undefined {
  const mark = readMark(data)
  if (!mark) return undefined
  if (mark === 'unreadable') return 'not-erased'
  const { secondJournal } = mark
  // the folder of all desks' journals stays, and tells that the disk is in
  const isIn = secondJournal !== null && existsSync(dirname(secondJournal))
  const left = [...erasing(data, isIn ? secondJournal : null)].filter(({ isGone }) => !isGone).map(({ path }) => path)
  const isDone = !left.some(path => path.startsWith(data))
  writeMark(data, { ...mark, isDone, secondJournal: isIn && !existsSync(secondJournal) ? null : secondJournal, left })
  return isDone ? 'erased' : 'not-erased'
}

function tryOn(path: string, remove: (path: string) => void): Tried {
  try {
    remove(path)
    return { path, isGone: true }
  } catch {
    return { path, isGone: false } // held open by another program, or on a disk that cannot be written: the next start tries again
  }
}
