import type { OpenedChange } from '#shared/sync/frame'
import { copyDisk, type Disk, type JournalLine } from './disk'
import { copyServerDisk, type ServerDisk } from './server-disk'

/** What every story begins with, to be copied. */
export type Morning = {
  desks: { device: string; disk: Disk; journal: JournalLine[]; acts: number[]; manager: string; clerk: string }[]
  server: ServerDisk
  saved: { act: number; desk: number; item: OpenedChange }[]
  ids: number
  moments: number
}

export const copyMorning = (morning: Morning): Morning => ({
  ...morning,
  desks: morning.desks.map(desk => ({ ...desk, disk: copyDisk(desk.disk), journal: [...desk.journal], acts: [...desk.acts] })),
  server: copyServerDisk(morning.server)
})
