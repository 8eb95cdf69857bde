import { useEffect, useRef } from 'react'

const MAX_GAP_MS = 35
const MIN_LENGTH = 6

export type KeyStroke = { key: string; at: number }

/**
 * Tells a scanner from a person: characters less than 35 ms apart that end in Enter are one scan.
 * Answers the scanned text on that Enter, else null. `at` is in milliseconds and only its differences count.
 */
export function createScanDetector(): (stroke: KeyStroke) => string | null {
  let text = ''
  let last = Number.NEGATIVE_INFINITY
  return ({ key, at }) => {
    const isFast = at - last < MAX_GAP_MS
    last = at
    if (key === 'Enter') {
      const scanned = isFast && text.length >= MIN_LENGTH ? text : null
      text = ''
      return scanned
    }
    if (key.length !== 1) {
      if (key !== 'Shift') text = ''
      return null
    }
    text = isFast ? text + key : key
    return null
  }
}

/** Calls `onScan` with what a scanner sent; the Enter that ends it does nothing else. What goes into a field for a secret is never a scan, however fast it is typed. */
export function useScanner(onScan: (text: string) => void): void {
  const latest = useRef(onScan)
  useEffect(() => {
    latest.current = onScan
  })
  useEffect(() => {
    const detect = createScanDetector()
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || isSecret(event.target)) return
      const text = detect({ key: event.key, at: event.timeStamp })
      if (text === null) return
      event.preventDefault()
      event.stopPropagation()
      latest.current(text)
    }
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [])
}

const isSecret = (target: EventTarget | null): boolean => target instanceof HTMLInputElement && target.type === 'password'
