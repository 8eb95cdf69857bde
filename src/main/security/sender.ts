type Frame = { origin: string; parent: object | null }

/** Whether a message comes from the main frame of that page of ours, not from a frame inside it or a page that is gone. */
export function comesFrom(origin: string, { senderFrame }: { senderFrame: Frame | null }): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === origin
}
