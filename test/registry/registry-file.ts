import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { buildRegistry } from '#registry/build'
import { signerOf } from '#registry/manifest'
import { openRegistry } from '#registry/open'
import type { BuildRequest, Registry } from '#registry/registry'
import type { RegistryPerson } from '#shared/registry/person'

export const nobody: RegistryPerson = {
  nik: null,
  nikText: null,
  kk: null,
  familyId: null,
  name: 'NOBODY',
  birthDate: null,
  birthText: null,
  birthPlace: null,
  sex: null,
  relation: null,
  motherName: null,
  headName: null,
  addressLine: null,
  rt: null,
  rw: null,
  village: null,
  decile: null,
  programmes: {},
  exclusions: null,
  exclusionText: null,
  lifeStatus: null,
  codeSet: 'words'
}

let serial = 0

/** A made-up person with a NIK and a family card of their own. */
export function person(name: string, more: Partial<RegistryPerson> = {}): RegistryPerson {
  serial++
  const tail = String(serial).padStart(4, '0')
  return { ...nobody, name, nik: `332401150480${tail}`, kk: `332401010110${tail}`, birthDate: '1980-04-15', relation: 'head', ...more }
}

export async function* batches(...lists: RegistryPerson[][]): AsyncGenerator<RegistryPerson[]> {
  yield* lists
}

const edition = { source: 'DTSEN', period: '2026-T4', takenOn: '2026-11-18', importedAt: 1_795_000_000_000, fileHash: null } as const

export type Place = { folder: string; path: string; key: Uint8Array; request: (people: RegistryPerson[]) => BuildRequest }

/** A folder of its own with a key and a signer. */
export function registryPlace(): Place & { signer: BuildRequest['signer'] } {
  const folder = mkdtempSync(join(tmpdir(), 'registry-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const key = randomBytes(32)
  const signer = signerOf(generateKeyPairSync('ed25519').privateKey)
  const path = join(folder, 'people.registry')
  return { folder, path, key, signer, request: people => ({ path, key, signer, edition, rows: batches(people) }) }
}

/** A built and opened registry of these people, closed when the test ends. */
export async function registryOf(people: RegistryPerson[]): Promise<Registry> {
  const place = registryPlace()
  await buildRegistry(place.request(people))
  const registry = openRegistry(place.path, place.key, place.signer.trust)
  onTestFinished(() => registry.close())
  return registry
}
