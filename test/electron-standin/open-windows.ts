/** What quitting needs to know of a window. */
export type OpenWindow = { close(): void; destroy(): void }

export const openWindows = new Set<OpenWindow>()
