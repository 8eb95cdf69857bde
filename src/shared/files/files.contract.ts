import { z } from 'zod'
import { call } from '#shared/rpc/call'

export const OWN_FOLDERS = ['documents', 'downloads', 'desktop'] as const
export type OwnFolderName = (typeof OWN_FOLDERS)[number]

/** A file or folder that an officer points at: one of the officer's own folders or a stick, and the names on the way from there. */
export const FileAt = z.object({ place: z.string().min(1).max(400), path: z.array(z.string().min(1).max(255)).max(12) })
export type FileAt = z.infer<typeof FileAt>

export type FilePlaceCard = { place: string; kind: OwnFolderName | 'drive'; name: string; freeBytes: number | null }
/** What is looked for in a folder: lists of people as CSV, text or workbooks; or PNG and JPEG pictures. */
export const FILE_KINDS = ['lists', 'pictures'] as const
export type FileKind = (typeof FILE_KINDS)[number]

/** No picture that is handed to a page is larger, in bytes. */
export const MOST_PICTURE_BYTES = 5 * 1024 * 1024

export type OwnFile = { name: string; bytes: number; changedAt: number }
export type FolderCard = {
  folders: string[]
  /** Of the kind that was asked for alone, the newest first. */
  files: OwnFile[]
  /** There is more in it than is shown. */
  isCut: boolean
}

export const filesContract = {
  /** Where an officer's files may lie: own folders that exist, and the sticks that are in this PC now. */
  places: call<FilePlaceCard[]>()(z.object({})),
  /** The files of one kind in a folder, else lists, and the folders in it. Nothing outside of those places is shown. */
  folder: call<FolderCard, { kind: 'folder-gone' }>()(z.object({ at: FileAt, show: z.enum(FILE_KINDS).optional() })),
  /** The bytes of a picture. A kiosk has no window of the system in which one could be chosen. */
  picture: call<Uint8Array, { kind: 'file-missing' } | { kind: 'not-a-picture' } | { kind: 'picture-too-large' }>()(
    z.object({ at: FileAt })
  )
}
