import { useEffect, useLayoutEffect, useRef } from 'react'

/** The only part of the page that stays while the screen is locked. */
const LOCK = 'lock'
export const lockPlace = (): HTMLElement => document.getElementById(LOCK) ?? document.body

/**
 * Takes everything but the lock screen out of the page, and puts it back as it was: what was typed, how far it was scrolled, where the cursor stood.
 * Hidden things could still be read by a screen reader or with a stolen style sheet; what is not in the page cannot.
 */
export function useTakenAway(isAway: boolean): void {
  const focus = useRef<HTMLElement | null>(null)
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && !target.closest(`#${LOCK}`)) focus.current = target
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [])
  useLayoutEffect(() => {
    if (!isAway) return
    const parts = [...document.body.children].filter(part => part.id !== LOCK && part.tagName !== 'SCRIPT')
    const scrolled = parts
      .flatMap(part => [...part.querySelectorAll('*')])
      .flatMap(part => (part.scrollTop || part.scrollLeft ? { part, top: part.scrollTop, left: part.scrollLeft } : []))
    for (const part of parts) part.remove()
    return () => {
      document.body.prepend(...parts)
      for (const { part, top, left } of scrolled) part.scrollTo(left, top)
      focus.current?.focus({ preventScroll: true })
    }
  }, [isAway])
}
