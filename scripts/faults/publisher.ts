// A publisher of the program, and its versions as a district hands them on.
import { createHash, createPrivateKey, createPublicKey, hash } from 'node:crypto'
import type { Desk } from '#main/desk'
import type { Program } from '#main/updates/keep-release'
import { FILE_PIECE } from '#shared/sync/district-file'
import { describeFile, signManifest } from '#wire/district-file'
import { writeReleaseHead } from '#wire/release'

/** The same in each process: what one has signed the other believes. */
const ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex')
const privateKey = createPrivateKey({
  key: Buffer.concat([ED25519, hash('sha256', 'a publisher', 'buffer')]),
  format: 'der',
  type: 'pkcs8'
})

export const program: Program = { version: '0.1.0', platform: 'win32-x64', publisherKey: createPublicKey(privateKey) }
/** In the order in which the district hands them on. */
export const NEWER = ['0.2.0', '0.3.0'] as const

/** An installer of a few pieces, and what its publisher says of it. */
function releaseOf(version: string): Buffer {
  const installer = Buffer.concat(Array.from({ length: 5_000 }, (_, n) => hash('sha256', `${version} ${n}`, 'buffer')))
  const said = { format: 1, version, platform: 'win32-x64', file: `loket-slrt-${version}-setup.exe`, size: installer.length } as const
  return Buffer.concat([writeReleaseHead({ ...said, hash: createHash('sha256').update(installer).digest('hex') }, privateKey), installer])
}

/** Brings a version as the line or a stick does: what is there already is not brought again. */
export async function handOn({ files }: Desk, version: (typeof NEWER)[number]): Promise<void> {
  const bytes = releaseOf(version)
  const about = { district: '33.24', name: 'program-windows', version: 1 + NEWER.indexOf(version), label: version }
  const manifest = await describeFile(
    about,
    (async function* () {
      yield bytes
    })()
  )
  await files.offer(signManifest(manifest, privateKey), manifest)
  for (let wanted = await files.wanted(); wanted; wanted = await files.wanted()) {
    const { piece } = wanted
    await files.take(manifest.hash, piece, bytes.subarray(piece * FILE_PIECE, (piece + 1) * FILE_PIECE))
  }
}
