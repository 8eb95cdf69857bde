import type { Edition, EditionDraft } from '#shared/registry/edition'
import type { RegistryFinding, RegistryQuery } from '#shared/registry/find'
import type { RegistryPerson } from '#shared/registry/person'
import type { VillageRows } from './village-rows'

/** Whether the bytes were signed with the key of that id, and that key is trusted here. */
export type RegistryTrust = (keyId: string, bytes: Uint8Array, signature: Uint8Array) => boolean

/** The device or the district that answers for a registry file: signs what is built, and knows its own signature again. */
export type RegistrySigner = { keyId: string; sign: (bytes: Uint8Array) => Uint8Array; trust: RegistryTrust }

/** What a builder is doing: `total` is null while nobody knows how many rows will come. */
export type BuildProgress = { step: 'rows' | 'names' | 'numbers' | 'proof'; done: number; total: number | null }

export type BuildRequest = {
  /** Where the finished file will stand; until it is proven, whatever stands there stays in service. */
  path: string
  /** 32 bytes. */
  key: Uint8Array
  edition: EditionDraft
  rows: AsyncIterable<RegistryPerson[]>
  /** What the rows have to be, when somebody has promised it: others are no registry. */
  contentHash?: string
  signer: RegistrySigner
  /** The program of a thread that does half of the work, see `inSecondThread`; without it this thread does all of it, one thing after the other. */
  secondThread?: URL
  onProgress?: (progress: BuildProgress) => void
  signal?: AbortSignal
}

/** An open registry file; read only, and safe to keep open while a newer one is built. */
export type Registry = {
  readonly edition: Edition
  find(query: RegistryQuery, limit: number): RegistryFinding
  /** Exactly this number; more than one where the source repeats it. */
  byNik(nik: string): RegistryPerson[]
  byKk(kk: string): RegistryPerson[]
  /** Everybody with this family card, the head first. */
  family(kk: string): RegistryPerson[]
  /** The villages that its people live in. */
  villages(): NonNullable<RegistryPerson['village']>[]
  /** Every row in the order of the source, a thousand at a time. */
  rows(): IterableIterator<RegistryPerson[]>
  /** Every row, village after village, families together; see `villageRows`. */
  villageRows(): IterableIterator<VillageRows>
  close(): void
}

/** Why a registry file was refused or not built; the one in service was left alone. */
export type RegistryProblem =
  | 'missing'
  | 'wrong-key'
  | 'damaged'
  | 'not-trusted'
  | 'other-content'
  | 'newer-version'
  | 'disk-full'
  | 'no-access'
  | 'cancelled'

export class RegistryError extends Error {
  readonly problem: RegistryProblem

  constructor(problem: RegistryProblem, cause?: unknown) {
    super(`the registry file is not used: ${problem}`, { cause })
    this.problem = problem
  }
}

/**
 * Builds an encrypted, signed, searchable file beside the path, proves it, and only then puts it in the place of the old one, which is shredded.
 * Throws a RegistryError, and leaves the old file in service, when anything fails on the way.
 */
export type BuildRegistry = (request: BuildRequest) => Promise<Edition>

/** Opens a proven file; throws a RegistryError. */
export type OpenRegistry = (path: string, key: Uint8Array, trust: RegistryTrust) => Registry
