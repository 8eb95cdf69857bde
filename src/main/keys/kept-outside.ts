import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeSynced } from '#wire/write-synced'

/** What must not go back when the database does: an older copy of it must win nobody another guess, nor hide that lines of the access log are gone. */
const Content = z.object({
  n: z.int(),
  /** Wrong tries of each officer since the last right one. */
  tries: z.record(z.string(), z.int()),
  /** As many of them as count at least, where the counts were taken away; until the next right one. */
  floor: z.record(z.string(), z.int()).default({}),
  /** The newest signed line of the access log. */
  audit: z.object({ n: z.int(), hash: z.string() }).nullable(),
  /** For how long the district was not heard when the PC's clock said `at`; files of older versions have none. */
  unheard: z.object({ ms: z.int(), at: z.int() }).nullable().default(null)
})
type Content = z.infer<typeof Content>
export type Outside = Omit<Content, 'n'>

const ALGORITHM = 'aes-256-gcm'
const [NONCE, TAG] = [12, 16]
/** Written in turn: a power cut spoils at most the older one. */
const FILES = ['outside.0', 'outside.1'] as const

/** A small sealed file beside the database; its newest whole copy counts. */
export class KeptOutside {
  private readonly folder: string
  private readonly key: Buffer
  private content: Content | undefined

  constructor(folder: string, databaseKey: Uint8Array) {
    this.folder = folder
    this.key = Buffer.from(hkdfSync('sha256', databaseKey, new Uint8Array(), 'loket-slrt kept outside', 32))
    mkdirSync(folder, { recursive: true })
    const found = FILES.flatMap(name => this.open(join(folder, name)) ?? [])
    this.content = found.sort((a, b) => b.n - a.n)[0]
  }

  /** Undefined when neither file is there or can be read. */
  read(): Outside | undefined {
    return this.content
  }

  /** Resolves nothing before it is on the disk. */
  write(part: Partial<Outside>): void {
    const before = this.content ?? { n: 0, tries: {}, floor: {}, audit: null, unheard: null }
    const content = { ...before, ...part, n: before.n + 1 }
    writeSynced(join(this.folder, FILES[content.n % 2] ?? FILES[0]), this.seal(content))
    this.content = content
  }

  private seal(content: Content): Buffer {
    const nonce = randomBytes(NONCE)
    const cipher = createCipheriv(ALGORITHM, this.key, nonce, { authTagLength: TAG })
    const sealed = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()])
    return Buffer.concat([nonce, sealed, cipher.getAuthTag()])
  }

  private open(path: string): Content | undefined {
    try {
      if (!existsSync(path)) return undefined
      const all = readFileSync(path)
      const decipher = createDecipheriv(ALGORITHM, this.key, all.subarray(0, NONCE), { authTagLength: TAG })
      decipher.setAuthTag(all.subarray(all.length - TAG))
      const text = Buffer.concat([decipher.update(all.subarray(NONCE, all.length - TAG)), decipher.final()])
      return Content.parse(JSON.parse(text.toString('utf8')))
    } catch {
      return undefined // torn, rotted or not ours: the other one is asked
    }
  }
}
