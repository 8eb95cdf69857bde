import { useEffect, useRef, useState } from 'react'
import { api } from '../api'

/** Whoever looks over the counter then sees nothing; half of the time when the screen locks sooner. */
const BLUR_AFTER_MS = 60_000
const LOOK_EVERY_MS = 1000
/** The desk is told of keys and touches at most so often. */
const TELL_EVERY_MS = 15_000

const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/** Counts the time without a key or a touch: first the screen blurs, then it locks. The key that clears a blurred screen does nothing else. */
export function useIdle({ isWatching, lockMinutes, onLock }: { isWatching: boolean; lockMinutes: number; onLock: () => void }): boolean {
  const [isBlurred, setBlurred] = useState(false)
  const lock = useRef(onLock)
  useEffect(() => {
    lock.current = onLock
  })
  useEffect(() => {
    if (!isWatching) return
    const lockAfter = lockMinutes * 60_000
    let [seenAt, toldAt, blurred] = [performance.now(), performance.now(), false]
    const blur = (next: boolean) => {
      blurred = next
      setBlurred(next)
    }
    const seen = (event: Event) => {
      if (blurred && event.type === 'keydown') {
        event.preventDefault()
        event.stopImmediatePropagation()
      }
      seenAt = performance.now()
      if (blurred) blur(false)
      if (seenAt - toldAt < TELL_EVERY_MS) return
      toldAt = seenAt
      void api.officers.stillHere({})
    }
    const timer = setInterval(() => {
      const idle = performance.now() - seenAt
      if (idle >= lockAfter) lock.current()
      else if (!blurred && idle >= Math.min(BLUR_AFTER_MS, lockAfter / 2)) blur(true)
    }, LOOK_EVERY_MS)
    for (const sign of SIGNS) window.addEventListener(sign, seen, { capture: true, passive: false })
    return () => {
      clearInterval(timer)
      for (const sign of SIGNS) window.removeEventListener(sign, seen, { capture: true })
      setBlurred(false)
    }
  }, [isWatching, lockMinutes])
  return isBlurred
}
