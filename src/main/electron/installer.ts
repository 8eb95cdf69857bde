import { app, powerMonitor, shell } from 'electron'
import { takePlace } from '../updates/take-place'

/** Another version of this program: an AppImage takes this one's place and begins when this one has ended; any other installer asks the system to run it. */
export const installer = {
  isOnBattery: (): boolean => powerMonitor.isOnBatteryPower(),

  async start(file: string): Promise<boolean> {
    const here = process.env.APPIMAGE
    if (!file.endsWith('.AppImage')) return (await shell.openPath(file)) === ''
    if (!here || !(await takePlace(file, here))) return false
    app.relaunch({ execPath: here })
    return true
  }
}
