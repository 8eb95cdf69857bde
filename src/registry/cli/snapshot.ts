import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { counted } from '#shared/counted'
import { openRegistry } from '../open'
import { registryPlaceIn } from '../place'
import { writeSnapshot } from '../snapshot/write-snapshot'
import { type Command, UsageError } from './shell'

export const snapshotCommand: Command = {
  usage: 'snapshot FILE.slrs --data DIR   writes the registry as the compact file that the district hands to its desks',
  async run(shell, args) {
    const { values, positionals } = parseArgs({ args, options: { data: { type: 'string' } }, allowPositionals: true })
    const [file] = positionals
    if (!file || !values.data) throw new UsageError('Name the file to write and the folder of the registry.')
    const place = registryPlaceIn(resolve(values.data), { isNew: false })
    const registry = openRegistry(place.path, place.key, place.signer.trust)
    try {
      const { bytes, chunks, hash, edition } = await writeSnapshot(resolve(file), registry.edition, registry.villageRows())
      const each = edition.rowCount === 0 ? 0 : bytes / edition.rowCount
      shell.say(
        `${edition.source} ${edition.period}: ${counted(edition.rowCount, 'person', { many: 'people' })} in ${bytes} bytes (${each.toFixed(1)} a person), ${counted(chunks.length, 'chunk')}, SHA-256 ${hash}`
      )
      return 0
    } finally {
      registry.close()
    }
  }
}
