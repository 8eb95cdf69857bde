// What a screen asks while it is locked waits here until its officer is back: nothing that was typed or begun is lost by an answer that says "locked".
const held = new Set<() => void>()

/** Resolves when the screen is unlocked, or at once when `isLocked` says that it already is. */
export async function untilUnlocked(isLocked: () => Promise<boolean>): Promise<void> {
  let letGo: () => void = () => undefined
  const released = new Promise<void>(resolve => {
    letGo = resolve
  })
  // waits before it asks: an unlocking in between is not missed
  held.add(letGo)
  if (await isLocked()) await released
  held.delete(letGo)
}

/** The officer is back: what waited goes on. */
export function release(): void {
  for (const letGo of held) letGo()
  held.clear()
}

/** Somebody else sits here now: what waited is never asked. */
export const forgetHeld = (): void => held.clear()
