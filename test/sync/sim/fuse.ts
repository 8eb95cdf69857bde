/** The program or its computer stopped here. */
export class PowerCut extends Error {}
/** The disk takes no more. */
export class DiskFull extends Error {}

// made once: a stack is dear, and says nothing here
const POWER_CUT = new PowerCut('power cut')
const DISK_FULL = new DiskFull('disk full')

export type Burn = 'power' | 'full'

/** Stops a machine at its n-th write from now, once. */
export class Fuse {
  private left = -1
  private burn: Burn = 'power'
  burnt = false

  set(writes: number, burn: Burn): void {
    this.left = writes
    this.burn = burn
    this.burnt = false
  }

  get isSet(): boolean {
    return this.left >= 0
  }

  clear(): void {
    this.left = -1
  }

  /** `isCommitted`: what was to be written is on disk, so that only the power can still go. */
  tick(isCommitted = false): void {
    if (this.left < 0 || (isCommitted && this.burn === 'full') || this.left-- > 0) return
    this.burnt = true
    throw this.burn === 'power' ? POWER_CUT : DISK_FULL
  }
}
