// Builds with and without a second thread and says what came of it, as JSON: `node --import ./scripts/extensionless.ts test/registry/build-beside.ts`.
import { createHash, generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildRegistry } from '#registry/build'
import { openFile } from '#registry/file'
import { signerOf } from '#registry/manifest'
import type { BuildRequest } from '#registry/registry'
import { registryRows } from '../../scripts/generated-registry/people.ts'

const secondThread = new URL('../../src/registry/import/import-worker.ts', import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'build-beside-'))
const path = join(folder, 'people.registry')
const key = new Uint8Array(32).fill(7)
const signer = signerOf(generateKeyPairSync('ed25519').privateKey)
const edition = { source: 'DTSEN', period: '2026-T4', takenOn: null, importedAt: 0, fileHash: null } as const

const build = (more: Partial<BuildRequest>) => buildRegistry({ path, key, signer, edition, rows: registryRows(1500, 3), ...more })

async function refusal(more: Partial<BuildRequest>): Promise<string> {
  try {
    await build(more)
    return 'none'
  } catch (error) {
    return (error as { problem?: string }).problem ?? (error as Error).constructor.name
  }
}

/** The hash of every value but the signature's. */
function content(): string {
  const raw = openFile(path, key)
  const all = createHash('sha256')
  for (const table of ['person', 'village', 'name', 'narrow', 'part']) {
    for (const row of raw.prepare(`select * from ${table}`).raw().safeIntegers().iterate() as Iterable<unknown[]>)
      for (const value of row) all.update(Buffer.isBuffer(value) ? value : `${value}|`)
  }
  raw.close()
  return all.digest('hex')
}

const alone = await build({})
const expected = content()
const beside = await build({ secondThread })
const contents = [content()]
const promised = await build({ secondThread, contentHash: alone.contentHash })
contents.push(content())
const stop = new AbortController()
const dead = join(folder, 'dead.mjs')
writeFileSync(dead, 'process.exit(3)')
const said = {
  hashes: [beside, promised].map(({ contentHash }) => contentHash === alone.contentHash),
  contents: contents.map(one => one === expected),
  lie: await refusal({ secondThread, contentHash: '0'.repeat(64) }),
  lieAlone: await refusal({ contentHash: '0'.repeat(64) }),
  cancel: await refusal({ secondThread, signal: stop.signal, onProgress: ({ step }) => step === 'names' && stop.abort() }),
  death: await refusal({ secondThread: pathToFileURL(dead) }),
  left: readdirSync(folder).sort(),
  inService: content() === expected
}
rmSync(folder, { recursive: true })
process.stdout.write(JSON.stringify(said))
