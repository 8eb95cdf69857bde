// `npm run release -- key DIR` makes the publisher's pair of keys; `-- sign INSTALLER --key KEY.pem --version 0.2.0 --platform win32-x64 --out FILE.release` wraps an
// installer so that desks take it from their district (`npm run district -- program FILE.release`). The private key stays with the publisher, off line;
// `publisher.pem` goes into resources/ of the packed program.
import { createHash, createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ReleaseHead, writeReleaseHead } from '#wire/release'
import { notUnderstood, said } from './said.ts'

const text = { type: 'string' } as const
const USAGE = 'npm run release -- key DIR | sign INSTALLER --key KEY.pem --version 0.2.0 --platform win32-x64|linux-x64 --out FILE.release'
const { values, positionals } = said(USAGE, { key: text, version: text, platform: text, out: text }, 2)
const [what, path] = positionals

if (what === 'key' && path) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const [secret, open] = [join(path, 'publisher-private.pem'), join(path, 'publisher.pem')]
  if (existsSync(secret) || existsSync(open)) throw new Error(`there is a key in ${path} already: desks trust that one alone`)
  writeFileSync(secret, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  writeFileSync(open, publicKey.export({ type: 'spki', format: 'pem' }), { flag: 'wx' })
  process.stdout.write(`${secret}: keep it off line. ${open}: resources/publisher.pem of every packed program.\n`)
} else if (what === 'sign' && path && values.key && values.out) {
  const bytes = readFileSync(path)
  const head = ReleaseHead.parse({
    format: 1,
    version: values.version,
    platform: values.platform,
    file: basename(path),
    size: bytes.length,
    hash: createHash('sha256').update(bytes).digest('hex')
  })
  writeFileSync(values.out, Buffer.concat([writeReleaseHead(head, createPrivateKey(readFileSync(values.key))), bytes]), { flag: 'wx' })
  process.stdout.write(`${values.out}: ${head.file} ${head.version} for ${head.platform}, ${bytes.length} bytes\n`)
} else notUnderstood('What is to be made?', USAGE)
