/** What changes this program for another version of it. */
export type Installer = {
  /** Starts an installer, or says that it could not be; whoever sits at the PC may still have to allow it. */
  start(file: string): Promise<boolean>
  /** A laptop without its mains lead: the middle of an installation is no place to end. */
  isOnBattery(): boolean
}

/** A desk without a window has nobody who could allow it. */
export const noInstaller: Installer = { start: async () => false, isOnBattery: () => false }
