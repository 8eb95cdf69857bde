// `npm run release -- key DIR` makes the publisher's pair of keys; `-- sign INSTALLER --key KEY.pem --version 0.2.0 --platform win32-x64 --out FILE.release` wraps an
// installer so that desks take it from their district (`npm run district -- program FILE.release`). The private key stays with the publisher, off line;
// `publisher.pem` goes into build/publisher/ before the program is packed.
import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { MOST_FILE_BYTES } from '#shared/sync/district-file'
import { PLATFORMS, ReleaseHead, writeReleaseHead } from '#wire/release'
import { notUnderstood, said } from './said.ts'

const text = { type: 'string' } as const
const USAGE = `npm run release -- key DIR | sign INSTALLER --key KEY.pem --version 0.2.0 --platform ${PLATFORMS.join('|')} --out FILE.release`
const { values, positionals } = said(USAGE, { key: text, version: text, platform: text, out: text }, 2)
const [what, path] = positionals

if (what === 'key' && path) makeKeys(path)
else if (what === 'sign' && path) sign(path)
else refused('What is to be made?')

function refused(why: string): never {
  return notUnderstood(why, USAGE)
}

function makeKeys(folder: string): void {
  const [secret, open] = [join(folder, 'publisher-private.pem'), join(folder, 'publisher.pem')]
  if (existsSync(secret) || existsSync(open)) refused(`There is a key in ${folder} already: desks trust that one alone.`)
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  mkdirSync(folder, { recursive: true })
  writeFileSync(secret, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  writeFileSync(open, publicKey.export({ type: 'spki', format: 'pem' }), { flag: 'wx' })
  process.stdout.write(`${secret}: keep it off line. ${open}: build/publisher/publisher.pem before the program is packed.\n`)
}

function sign(installer: string): void {
  const out = values.out ?? refused('--out names the file to be written.')
  if (existsSync(out)) refused(`${out} is there already.`)
  const key = privateKeyIn(values.key ?? refused('--key names the file of the private key.'))
  const bytes = readIn(installer)
  const about = { version: values.version, platform: values.platform, file: basename(installer), size: bytes.length }
  const head = ReleaseHead.safeParse({ format: 1, ...about, hash: createHash('sha256').update(bytes).digest('hex') })
  if (!head.success) refused(wrongIn(head.error.issues[0]?.path[0]))
  const release = Buffer.concat([writeReleaseHead(head.data, key), bytes])
  if (release.length > MOST_FILE_BYTES) refused(`${installer} is larger than the ${MOST_FILE_BYTES / 1_048_576} MB that desks take.`)
  try {
    writeFileSync(out, release, { flag: 'wx' })
  } catch (error) {
    rmSync(out, { force: true })
    throw error
  }
  const { file, version, platform, size } = head.data
  process.stdout.write(`${out}: ${file} ${version} for ${platform}, ${size} bytes\n`)
}

function readIn(file: string): Buffer {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) refused(`There is no file ${file}.`)
  return readFileSync(file)
}

function privateKeyIn(file: string): KeyObject {
  const pem = readIn(file)
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // told below
  }
  return refused(`${file} is no private key of a publisher: npm run release -- key DIR makes one.`)
}

function wrongIn(part: PropertyKey | undefined): string {
  if (part === 'version') return '--version is three numbers, such as 0.2.0.'
  if (part === 'platform') return `--platform is ${PLATFORMS.join(' or ')}.`
  if (part === 'size') return 'The installer is empty.'
  return 'An installer for win32-x64 ends in .exe, one for linux-x64 in .AppImage or .deb; its name holds letters, digits, dots, dashes and underscores alone.'
}
