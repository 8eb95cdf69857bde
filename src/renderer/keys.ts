import { createContext, useContext, useEffect, useRef } from 'react'

/** Every shortcut of the desk; a screen never names a key itself. */
export const KEYS = {
  shortcuts: 'F1',
  search: 'F2',
  newTicket: 'F3',
  callNext: 'F4',
  add: 'F6',
  edit: 'F7',
  print: 'F8',
  next: 'F9',
  finish: 'F10',
  primary: 'Ctrl+Enter',
  // sama, bukan, yakin: what an officer answers about two records
  pairSame: 'Alt+s',
  pairDifferent: 'Alt+b',
  pairUnsure: 'Alt+y',
  back: 'Escape',
  lock: 'Ctrl+l',
  screen: ['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4', 'Alt+5', 'Alt+6', 'Alt+7', 'Alt+8', 'Alt+9'],
  lookUp: 'Alt+r',
  sync: 'Alt+0'
} as const

/** How a key is written on the screen. */
export const keyLabel = (key: string): string =>
  key
    .replace('Escape', 'Esc')
    .replace('Ctrl+Enter', 'Ctrl Enter')
    .replace('+', ' ')
    .replace(/ ([a-z])$/, (_, letter: string) => ` ${letter.toUpperCase()}`)
/** The same for assistive technology (`aria-keyshortcuts`). */
export const ariaKey = (key: string): string => key.replace('Ctrl', 'Control')

/** A dialog lies one level above the screen; keys of the levels below sleep while it is open. */
export const KeyLevel = createContext(0)

type Entry = { key: string | null; level: number; run: () => void }
const entries = new Set<Entry>()

export const chordOf = (event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>): string =>
  [event.ctrlKey && 'Ctrl', event.altKey && 'Alt', event.shiftKey && 'Shift', event.metaKey && 'Meta', event.key].filter(Boolean).join('+')

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing) return
  const chord = chordOf(event)
  if (chord === KEYS.back && event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true') return
  const top = Math.max(0, ...[...entries].map(entry => entry.level))
  const entry = [...entries].reverse().find(one => one.key === chord && one.level === top)
  if (!entry) return
  event.preventDefault()
  if (!event.repeat) entry.run()
}

function register(entry: Entry): () => void {
  if (entries.size === 0) window.addEventListener('keydown', onKeyDown)
  entries.add(entry)
  return () => {
    entries.delete(entry)
    if (entries.size === 0) window.removeEventListener('keydown', onKeyDown)
  }
}

/** Runs `run` on a key while the component is on the screen and no dialog lies above it; the last one mounted wins. */
export function useKey(key: string | undefined, run: () => void, options: { enabled?: boolean } = {}): void {
  const level = useContext(KeyLevel)
  const latest = useRef(run)
  const enabled = options.enabled ?? true
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => (key && enabled ? register({ key, level, run: () => latest.current() }) : undefined), [key, level, enabled])
}

/** Keeps the keys of lower levels asleep even when the dialog has none of its own. */
export function useKeyBarrier(level: number): void {
  useEffect(() => register({ key: null, level, run: () => {} }), [level])
}
