/** A key as Electron hands it over before the page sees it. */
export type Keystroke = { type: string; key: string; control: boolean; shift: boolean; alt: boolean; meta: boolean }

/** With Ctrl: reload, close, new, open, save, source, print, downloads, history, find, bookmarks, zoom, tabs, tools. The desk's own Ctrl+Enter and Ctrl+L are none of them. */
const WITH_CONTROL = new Set('rwntosupjhfgedki0+-='.split(''))
/** Reload, full screen, tools, the task manager's key, and what a keyboard has for a browser. */
const ALONE = /^(F5|F11|F12|Browser\w+|Launch\w+|ContextMenu|Print|Zoom\w*|Help)$/
/** Alt with these goes back, forward, home, opens a menu, or closes. */
const WITH_ALT = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'F4', ' ', 'd', 'f'])
/** Inspector, console, element picker, private window, closed tab, clear data, bookmarks. */
const WITH_CONTROL_SHIFT = new Set('icjkmnptrbow'.split(''))

/**
 * Whether a key is kept from the officer's page: everything that a browser would do by itself and a desk has no use for. The desk's own keys
 * (F1-F4, F6-F10, Ctrl+Enter, Alt and a letter or a digit) and those of writing pass. While the app is developed the tools and reloading stay.
 */
export function isRefusedAtDesk({ key, control, shift, alt, meta }: Keystroke, isPackaged: boolean): boolean {
  const letter = key.toLowerCase()
  if (!isPackaged && (key === 'F12' || key === 'F5' || (control && (letter === 'r' || (shift && letter === 'i'))))) return false
  if (meta) return true
  if (control && shift && WITH_CONTROL_SHIFT.has(letter)) return true
  if (control && (WITH_CONTROL.has(letter) || key === 'Tab' || key === 'PageUp' || key === 'PageDown' || key === 'F4')) return true
  if (alt && WITH_ALT.has(key.length === 1 ? letter : key)) return true
  return ALONE.test(key)
}

/** The visitor's page has two buttons: only moving between them and pressing one passes. */
export const isRefusedAtVisitor = ({ key, control, alt, meta }: Keystroke): boolean =>
  control || alt || meta || !['Tab', 'Enter', ' ', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].includes(key)
