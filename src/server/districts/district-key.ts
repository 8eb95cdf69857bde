import { createPrivateKey, type KeyObject } from 'node:crypto'
import { inDistrict } from '../database/inside'
import type { Database } from '../database/place'
import { getPrivateKey } from './districts.store'

/** What the district signs with, and opens packs with. */
export async function districtKey(server: Database, district: string): Promise<KeyObject> {
  const der = await inDistrict(server, district, getPrivateKey)
  return createPrivateKey({ key: Buffer.from(der, 'base64'), type: 'pkcs8', format: 'der' })
}
