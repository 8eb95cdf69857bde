import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { counted } from '#shared/counted'
import { openRegistry } from '../open'
import { registryPlaceIn } from '../place'
import { proveRegistry } from '../prove'
import { type Command, UsageError } from './shell'

export const statusCommand: Command = {
  usage: 'status --data DIR [--prove] [--json]   says which edition is in service; --prove reads every page and row of it',
  async run(shell, args) {
    const flag = { type: 'boolean', default: false } as const
    const { values } = parseArgs({ args, options: { data: { type: 'string' }, prove: flag, json: flag } })
    if (!values.data) throw new UsageError('--data names the folder in which the registry is kept.')
    const data = resolve(values.data)
    if (!existsSync(data)) throw new UsageError('There is no such folder.')
    const { path, key, signer } = registryPlaceIn(data, { isNew: false })
    const registry = openRegistry(path, key, signer.trust)
    registry.close()
    if (values.prove) await proveRegistry({ path, key, trust: signer.trust, pause: async () => undefined })
    const { source, period, takenOn, importedAt, rowCount } = registry.edition
    const megabytes = (statSync(path).size / 1e6).toFixed(1)
    const importedOn = new Date(importedAt).toISOString().slice(0, 10)
    if (values.json) shell.say(JSON.stringify({ ...registry.edition, bytes: statSync(path).size, isProven: values.prove }))
    else
      shell.say(
        `${source} ${period}: ${counted(rowCount, 'person', { many: 'people' })}, taken on ${takenOn ?? 'a day that nobody named'}, imported on ${importedOn}, ${megabytes} MB`
      )
    return 0
  }
}
