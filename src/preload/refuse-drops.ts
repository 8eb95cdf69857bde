/** A file or a link dragged onto the window never replaces the page. */
export function refuseDrops(): void {
  for (const kind of ['dragover', 'drop'] as const) window.addEventListener(kind, event => event.preventDefault(), true)
}
