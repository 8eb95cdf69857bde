/** A file or a link dragged onto the window never replaces the page, and nothing on it, such as a picture, is dragged out to another window or a folder. */
export function refuseDrops(): void {
  for (const kind of ['dragstart', 'dragover', 'drop'] as const) window.addEventListener(kind, event => event.preventDefault(), true)
}
