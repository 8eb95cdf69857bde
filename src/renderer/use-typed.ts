import { useCallback, useEffect, useState } from 'react'
import { useSession } from './session'

/** What officers had typed into dialogs when another one took the counter over; in this window's memory alone. */
const left = new Map<string, unknown>()
/** Whose screens are taken down for somebody else, as opposed to a dialog that they close themselves. */
let leaving: string | null = null

/** Another officer sits down: what the one before has typed waits for them. */
export function leaveTyped(officerId: string | null): void {
  leaving = officerId
}

/** A state that is still there when its officer comes back to the same dialog after another one had the counter; saving or closing the dialog forgets it. */
export function useTyped<T>(field: string, initial: T): [T, (value: T) => void] {
  const { officer } = useSession()
  const place = `${officer.id} ${field}`
  const [value, setValue] = useState(() => (left.has(place) ? (left.get(place) as T) : initial))
  const type = useCallback(
    (next: T) => {
      left.set(place, next)
      setValue(next)
    },
    [place]
  )
  useEffect(
    () => () => {
      if (leaving !== officer.id) left.delete(place)
    },
    [place, officer.id]
  )
  return [value, type]
}
