import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { inDistrict } from '../database/inside'
import type { Database } from '../database/place'
import { PlaceError } from '../database/place-error'
import { findDistrict, saveDistrict } from './districts.store'

/** The district that is made where nobody has said otherwise. */
export const SAMPLE = { code: '33.24', name: 'Kabupaten Kendal' }

export type NewDistrict = { code: string; name: string; isSample: boolean }

/** Makes a district with a key of its own, once. */
export async function makeDistrict(server: Database, { code, name, isSample }: NewDistrict, now: number): Promise<void> {
  if (!/^\d{2}\.\d{2}$/.test(code)) throw new PlaceError(`${code} is no code of a district, such as 33.24`)
  if (name.trim() === '') throw new PlaceError('a district has a name, such as "Kabupaten Kendal"')
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  await inDistrict(server, code, async inside => {
    if (await findDistrict(inside)) throw new PlaceError(`district ${code} is already here`)
    const made = {
      name: name.trim(),
      publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
      feedEpoch: randomUUID(),
      rosterVersion: 1,
      isSample: Number(isSample),
      createdAt: now
    }
    await saveDistrict(inside, made, privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'))
  })
}
