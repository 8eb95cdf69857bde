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
  earlier: 'Alt+PageUp',
  later: 'Alt+PageDown',
  lookUp: 'Alt+r',
  report: 'Alt+l',
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

type Entry = { key: string | null; level: number; run: () => void; waitsToBeRead: boolean; since: number }
const entries = new Set<Entry>()

/** Faster than this nobody has read what has just come onto the screen. */
const READING_MS = 600
/** The key that was pressed last, unless something was typed or pointed at since. */
let latestChord: string | null = null

export const chordOf = (event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>): string =>
  [event.ctrlKey && 'Ctrl', event.altKey && 'Alt', event.shiftKey && 'Shift', event.metaKey && 'Meta', event.key].filter(Boolean).join('+')

/** Whether a key was pressed alone: with Alt, Ctrl or Meta it belongs to the whole desk. */
export const isAlone = (event: Pick<KeyboardEvent, 'ctrlKey' | 'altKey' | 'metaKey'>): boolean =>
  !event.ctrlKey && !event.altKey && !event.metaKey

const MODIFIERS = ['Control', 'Alt', 'Shift', 'Meta']

function onKeyDown(event: KeyboardEvent) {
  const chord = chordOf(event)
  if (MODIFIERS.includes(event.key)) return
  const isAgain = chord === latestChord
  latestChord = chord
  if (event.defaultPrevented || event.isComposing) return
  if (chord === KEYS.back && event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true') return
  const top = Math.max(0, ...[...entries].map(entry => entry.level))
  const entry = [...entries].reverse().find(one => one.key === chord && one.level === top)
  if (!entry) return
  event.preventDefault()
  const isUnread = entry.waitsToBeRead && isAgain && performance.now() - entry.since < READING_MS
  if (!event.repeat && !isUnread) entry.run()
}

const forgetLatest = () => {
  latestChord = null
}
/** What an officer does on a form shows that they have seen it. */
const DEEDS = ['pointerdown', 'input'] as const

function register(entry: Entry): () => void {
  if (entries.size === 0) {
    window.addEventListener('keydown', onKeyDown)
    for (const deed of DEEDS) window.addEventListener(deed, forgetLatest, { capture: true })
  }
  entries.add(entry)
  return () => {
    entries.delete(entry)
    if (entries.size > 0) return
    window.removeEventListener('keydown', onKeyDown)
    for (const deed of DEEDS) window.removeEventListener(deed, forgetLatest, { capture: true })
    forgetLatest()
  }
}

/**
 * Runs `run` on a key while the component is on the screen and no dialog lies above it; the last one mounted wins.
 * `waitsToBeRead`: not for a key that was only pressed once more, for what was on the screen before.
 */
export function useKey(key: string | undefined, run: () => void, options: { enabled?: boolean; waitsToBeRead?: boolean } = {}): void {
  const level = useContext(KeyLevel)
  const latest = useRef(run)
  const { enabled = true, waitsToBeRead = false } = options
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    if (!key || !enabled) return
    return register({ key, level, run: () => latest.current(), waitsToBeRead, since: performance.now() })
  }, [key, level, enabled, waitsToBeRead])
}

/** Keeps the keys of lower levels asleep even when the dialog has none of its own. */
export function useKeyBarrier(level: number): void {
  useEffect(() => register({ key: null, level, run: () => {}, waitsToBeRead: false, since: 0 }), [level])
}
