import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { folderOf } from '#test/support/folders'
import { type Platform, writeReleaseHead } from '#wire/release'
import { command } from './support/command'

const { privateKey } = generateKeyPairSync('ed25519')
const FILES = { 'win32-x64': 'loket-slrt-setup.exe', 'linux-x64': 'loket-slrt.AppImage' }

function releaseIn(folder: string, platform: Platform, version: string, installer = randomBytes(5_000)): string {
  const about = { format: 1, version, platform, file: FILES[platform], size: installer.length } as const
  const head = writeReleaseHead({ ...about, hash: createHash('sha256').update(installer).digest('hex') }, privateKey)
  const path = join(folder, `${platform}-${version}.release`)
  writeFileSync(path, Buffer.concat([head, installer]))
  return path
}

async function givenDistrict() {
  const folder = folderOf('program-files')
  const env = { DISTRICT_DATA: join(folder, 'data') }
  await command(env, 'init', '--district', '33.24', '--name', 'Kabupaten Kendal')
  const program = (...args: string[]) => command(env, 'program', ...args)
  return { folder, program }
}

it('[R10] a district hands on a version for each system, one beside the other', async () => {
  const { folder, program } = await givenDistrict()
  expect((await program()).said).toContain('no program-windows has been published yet')
  expect((await program(releaseIn(folder, 'win32-x64', '0.2.0'))).said).toContain('published program-windows "0.2.0"')
  expect((await program(releaseIn(folder, 'linux-x64', '0.3.0'))).said).toContain('published program-linux "0.3.0"')
  const { said } = await program()
  expect(said).toContain('program-windows "0.2.0"')
  expect(said).toContain('program-linux "0.3.0"')
})

it('F37: a district hands on nothing that no desk could install', async () => {
  const { folder, program } = await givenDistrict()
  const installer = join(folder, 'loket-slrt-setup.exe')
  writeFileSync(installer, randomBytes(5_000))
  const whole = releaseIn(folder, 'win32-x64', '0.2.0')
  expect(await program(installer)).toMatchObject({ code: 1, said: expect.stringContaining('is no release') })
  const [cut, longer] = [join(folder, 'cut.release'), join(folder, 'longer.release')]
  const bytes = readFileSync(whole)
  writeFileSync(cut, bytes.subarray(0, 4_000))
  writeFileSync(longer, Buffer.concat([bytes, Buffer.from('x')]))
  for (const broken of [cut, longer])
    expect(await program(broken)).toMatchObject({ code: 1, said: expect.stringContaining('is not whole') })
  expect((await program()).said).toContain('no program-windows has been published yet')
})
