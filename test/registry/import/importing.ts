import { generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { buildRegistry } from '#registry/build'
import { ImportError } from '#registry/import/import-error'
import { type ImportOrder, type ImportTools, importRegistry } from '#registry/import/import-registry'
import { signerOf } from '#registry/manifest'
import { openRegistry } from '#registry/open'
import type { Edition } from '#shared/registry/edition'
import type { ImportProblem } from '#shared/registry/import-problem'
import type { RegistryPerson } from '#shared/registry/person'
import { REFERENCE_FILE } from '#test/support/reference-file'

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const signer = signerOf(generateKeyPairSync('ed25519').privateKey)
const key = Buffer.alloc(32, 7)

/** A folder in which lists are imported one after the other, as an office does. */
export function importing() {
  const folder = mkdtempSync(join(tmpdir(), 'import-'))
  made.push(folder)
  mkdirSync(join(folder, 'registry'))
  const path = join(folder, 'registry', 'registry.db')
  const setAsideFile = join(folder, 'set-aside.csv')
  const registry = () => openRegistry(path, key, signer.trust)
  const held = (): Edition | null => {
    if (!existsSync(path)) return null
    const open = registry()
    open.close()
    return open.edition
  }
  const run = (content: string | Uint8Array, order: Partial<ImportOrder> = {}, tools: Partial<ImportTools> = {}) => {
    const file = order.file ?? join(folder, 'list')
    if (order.file === undefined) writeFileSync(file, content)
    const defaults = { file, source: 'DTSEN', period: '2026-T4', takenOn: null, now: 1, map: null, referenceFile: REFERENCE_FILE } as const
    return importRegistry(
      { ...defaults, path, key, held: held(), setAsideFile, isForced: false, ...order },
      { build: buildRegistry, signer, ...tools }
    )
  }
  return {
    folder,
    path,
    setAsideFile,
    held,
    run,
    /** Why a list is refused; fails the test when it is taken over. */
    refusal: async (
      content: string | Uint8Array,
      order: Partial<ImportOrder> = {},
      tools: Partial<ImportTools> = {}
    ): Promise<ImportProblem> => {
      try {
        await run(content, order, tools)
      } catch (error) {
        if (error instanceof ImportError) return error.problem
        throw error
      }
      throw new Error('was not refused')
    },
    people: (): RegistryPerson[] => {
      const open = registry()
      try {
        return [...open.rows()].flat()
      } finally {
        open.close()
      }
    }
  }
}

export const HEADER = 'NIK,NO KK,NAMA,TANGGAL LAHIR,JENIS KELAMIN,DESA,KECAMATAN,KABUPATEN,DESIL,PBI JK'

/** A row of the list above; no two with the same NIK. */
export const line = (n: number, name = 'SITI AMINAH'): string =>
  `33241457089${String(n * 10 + 1).padStart(5, '0')},3324140101100002,${name},17/08/1990,P,KEBONHARJO,PATEBON,KENDAL,3,NONAKTIF`

export const listOf = (...lines: string[]): string => `${[HEADER, ...lines].join('\n')}\n`
