// A build of the program as a publisher makes it, with a key of its own, and the next version of it as a district gets it.
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newFolder, removeFolder } from './desk-app'

const ROOT = join(import.meta.dirname, '../../..')
const RELEASE = ['--import', './scripts/extensionless.ts', 'scripts/release.ts']

export type Published = ReturnType<typeof publish>

export function publish() {
  const folder = newFolder()
  const program = join(folder, 'program')
  const said = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as object
  cpSync(join(ROOT, 'out'), join(program, 'out'), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(program, 'node_modules'), 'junction')
  const run = (...args: string[]) => {
    const { status, stderr } = spawnSync(process.execPath, [...RELEASE, ...args], { cwd: ROOT, encoding: 'utf8' })
    if (status !== 0) throw new Error(`release ${args[0]} ended with ${status}: ${stderr}`)
  }
  run('key', folder)
  cpSync(join(folder, 'publisher.pem'), join(program, 'out', 'publisher.pem'))

  // what a desktop would open the installer with keeps what it was given
  const opener = join(folder, 'opener')
  writeFileSync(opener, '#!/bin/sh\ncp "$1" "$0.opened.new" && mv "$0.opened.new" "$0.opened"\n')
  chmodSync(opener, 0o755)
  return {
    program,
    env: { STANDIN_OPENER: opener },
    /** Makes this build say that it is that version. */
    becomes: (version: string) => writeFileSync(join(program, 'package.json'), JSON.stringify({ ...said, version })),
    /** Signs an installer of that version; gives the file for the district. */
    release(version: string, installer: Buffer): string {
      const [path, out] = [join(folder, `loket-slrt-${version}-setup.deb`), join(folder, `${version}.release`)]
      writeFileSync(path, installer)
      const signed = ['--key', join(folder, 'publisher-private.pem'), '--version', version, '--platform', 'linux-x64', '--out', out]
      run('sign', path, ...signed)
      return out
    },
    opened: (): Buffer | undefined => (existsSync(`${opener}.opened`) ? readFileSync(`${opener}.opened`) : undefined),
    remove: () => removeFolder(folder)
  }
}
