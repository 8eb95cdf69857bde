import { PlaceError } from '../database/place-error'
import type { Inside } from '../database/tables'
import { type Device, listDevices } from '../devices/devices.store'

/** The device of a district by its desk's letter, as an administrator types it; a word when there is none. */
export async function deskNamed(inside: Inside, code: string): Promise<Device> {
  const device = (await listDevices(inside)).find(known => known.code === code)
  if (!device) throw new PlaceError(`there is no desk ${code}`)
  return device
}
