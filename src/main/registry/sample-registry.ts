import { mkdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { buildRegistry } from '#registry/build'
import { signerOf } from '#registry/manifest'
import { RegistryPerson } from '#shared/registry/person'
import type { Desk } from '../desk'

/** The period of the made-up people; all of 2026's last quarter, as the sample office is. */
const PERIOD = { source: 'DTSEN', period: '2026-T4', takenOn: '2026-10-18', fileHash: null } as const

/** Gives the sample office a register of made-up people, so that a first search finds somebody. What goes wrong is reported and stops nobody. */
export async function fillSampleRegistry(desk: Pick<Desk, 'registry' | 'author' | 'clock' | 'report'>, file: string): Promise<void> {
  try {
    const people = z.array(RegistryPerson).parse(JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')))
    const edition = { ...PERIOD, importedAt: desk.clock.now() }
    mkdirSync(desk.registry.folder, { recursive: true })
    await buildRegistry({
      ...desk.registry.placeFor(edition),
      edition,
      rows: inBatches(people),
      signer: signerOf(desk.author.privateKey)
    })
  } catch (error) {
    desk.report('registry', error)
  }
}

async function* inBatches(people: RegistryPerson[]): AsyncGenerator<RegistryPerson[]> {
  for (let at = 0; at < people.length; at += 500) yield people.slice(at, at + 500)
}
