import { useState } from 'react'
import type { Drive } from '#shared/sync/sync.contract'
import { api } from '../api'
import { useCall } from '../use-call'

/** A drive that was plugged in appears this soon. */
const LOOK_EVERY_MS = 2000

/** The sticks and disks that are plugged in now. */
export const useDrives = (): Drive[] => useCall(api.sync.drives, {}, { everyMs: LOOK_EVERY_MS }).value ?? []

/** The same with the one that was picked; one that is alone is picked by itself. When it is pulled out, no other takes its place unasked. */
export function usePickedDrive(): { drives: Drive[]; drive: Drive | undefined; pick: (path: string | null) => void } {
  const drives = useDrives()
  const [picked, pick] = useState<string | null>(null)
  const alone = picked === null && drives.length === 1 ? drives[0] : undefined
  if (alone) pick(alone.path)
  if (picked !== null && drives.length === 0) pick(null)
  return { drives, drive: alone ?? drives.find(({ path }) => path === picked), pick }
}
