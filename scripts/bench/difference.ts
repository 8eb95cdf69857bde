import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RegistryPerson } from '#shared/registry/person'
import { buildRegistry } from '../../src/registry/build'
import { openBase } from '../../src/registry/difference/base-rows'
import { readDifference } from '../../src/registry/difference/difference'
import { makeDifference } from '../../src/registry/difference/make-difference'
import { openRegistry } from '../../src/registry/open'
import type { RegistryPlace } from '../../src/registry/place'
import { bytesIn, openSnapshot } from '../../src/registry/snapshot/snapshot'
import { writeSnapshot } from '../../src/registry/snapshot/write-snapshot'
import { between, oneOf, type Random, randomFrom } from '../seeded.ts'
import { stopwatch } from './measure.ts'

/** Of the rows, so many say something else in the next edition, so many are gone and so many have come. */
const [CHANGED, GONE, CAME] = [0.04, 0.005, 0.005]

/** Three months later: another decile or programme, some dead, some moved, some born; a twentieth of the rows in all. */
async function* nextEdition(rows: Iterable<RegistryPerson[]>, random: Random): AsyncGenerator<RegistryPerson[]> {
  for (const batch of rows)
    yield batch.flatMap(person => {
      const fate = random()
      if (fate < GONE) return []
      if (fate < GONE + CAME)
        return [person, { ...person, nik: null, name: `${person.name} ANAK`, birthDate: '2026-09-01', relation: 'child' }]
      return fate < GONE + CAME + CHANGED ? [changed(person, random)] : [person]
    })
}

function changed(person: RegistryPerson, random: Random): RegistryPerson {
  const fate = between(random, 1, 10)
  if (fate <= 5) return { ...person, decile: ((person.decile ?? 0) % 10) + 1 }
  if (fate <= 8)
    return { ...person, programmes: { ...person.programmes, 'pbi-jk': person.programmes['pbi-jk'] === 'active' ? 'inactive' : 'active' } }
  if (fate === 9) return { ...person, lifeStatus: oneOf(random, ['dead', 'moved']) }
  return { ...person, addressLine: `DSN KRAJAN NO ${between(random, 1, 99)}` }
}

/** Makes the next edition of the registry in this place, the difference to it, and a desk's file of the first edition and the difference, as a desk does. */
export async function measureDifference(place: RegistryPlace, folder: string, seed: number, secondThread: URL) {
  const [first, second, path] = ['registry.slrs', 'next.slrs', 'difference'].map(name => join(folder, name)) as [string, string, string]
  const { key, signer } = place
  const held = openRegistry(place.path, key, signer.trust)
  const { rowCount: _, contentHash: __, ...draft } = held.edition
  const request = { key, signer, edition: { ...draft, period: '2027-T1' } }
  await buildRegistry({ ...request, path: join(folder, 'next.db'), rows: nextEdition(held.rows(), randomFrom(seed)) })
  held.close()
  const next = openRegistry(join(folder, 'next.db'), key, signer.trust)
  await writeSnapshot(second, next.edition, next.villageRows())
  next.close()
  const writing = performance.now()
  const [from, to] = [await openSnapshot(first), await openSnapshot(second)]
  writeFileSync(path, (await makeDifference(from, to, Number.POSITIVE_INFINITY)) ?? '')
  const writeSeconds = (performance.now() - writing) / 1000
  const base = openBase(join(folder, 'desk.db'), key)
  const laying = stopwatch()
  const { target, over } = await readDifference(bytesIn(path))
  const built = await buildRegistry({
    ...request,
    path: join(folder, 'desk-next.db'),
    rows: over(base),
    contentHash: target.contentHash,
    secondThread
  })
  base.close()
  const searchable = laying()
  const [bytes, whole] = [statSync(path).size, statSync(second).size]
  return {
    rows: from.edition.rowCount,
    bytes,
    shareOfWhole: bytes / whole,
    writeSeconds,
    searchableSeconds: searchable.seconds,
    searchableCpuSeconds: searchable.cpuSeconds,
    isSame: built.contentHash === to.edition.contentHash
  }
}
