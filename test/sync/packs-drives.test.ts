import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { expect, it } from 'vitest'
import { findDrive, listDrives } from '#main/sync/drives'
import { mountsIn } from '#main/sync/drives-mounts'
import { runCommand } from '#server/cli/run'
import { isPackName, packName } from '#wire/pack-file'
import { firstDesk, openDistrict } from './support/district'

it('finds the sticks among the mounts of Linux, with the spaces in their names', () => {
  const mounts = [
    '22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw',
    '31 22 0:27 / /run/user/1000 rw - tmpfs tmpfs rw',
    '90 22 8:17 / /media/rini/KINGSTON rw,nosuid shared:5 - vfat /dev/sdb1 rw',
    '91 22 8:33 / /run/media/rini/DATA\\040SLRT rw,nosuid - exfat /dev/sdc1 rw',
    '92 22 8:33 / /run/media/rini/DATA\\040SLRT rw,nosuid - exfat /dev/sdc1 rw',
    '93 22 0:50 / /mnt/auto rw - autofs systemd-1 rw',
    '94 22 8:49 / /mnt/stick rw - ntfs3 /dev/sdd1 rw',
    '95 22 11:0 / /media/rini/CDROM ro - iso9660 /dev/sr0 ro',
    ''
  ].join('\n')
  expect(mountsIn(mounts)).toEqual(['/media/rini/KINGSTON', '/mnt/stick', '/run/media/rini/DATA SLRT'])
})

it('lists the folders that LOKET_DRIVES names, those that are there, with what is free on them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'drives-'))
  const [one, two, file] = [join(folder, 'STICK'), join(folder, 'GONE'), join(folder, 'file')]
  mkdirSync(one)
  writeFileSync(file, '')
  const from = { platform: process.platform, env: { LOKET_DRIVES: [one, two, file].join(delimiter) } }
  expect(await listDrives(from)).toEqual([{ path: one, name: 'STICK', freeBytes: expect.any(Number) }])
  expect(await findDrive(one, from)).toMatchObject({ path: one })
  expect(await findDrive(folder, from)).toBeUndefined()
  rmSync(folder, { recursive: true })
})

it('names an answer by the day of the district, as its desks do, also in the morning', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'answers-'))
  const district = await openDistrict()
  await firstDesk(district)
  const shell = { env: {}, say: () => undefined, log: () => undefined, now: () => Date.parse('2026-11-22T23:30Z') }
  expect(await runCommand(shell, ['pack', '--data', district.folder, '--for', 'A', '--out', folder])).toBe(0)
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^loket-33\.24-A-2026-11-23-/)])
  rmSync(folder, { recursive: true })
})

it('gives packs a name that tells nothing about anybody', () => {
  const name = packName('33.24', 'B', '2026-11-23')
  expect(name).toMatch(/^loket-33\.24-B-2026-11-23-[0-9a-f]{8}\.pack$/)
  expect(isPackName(name)).toBe(true)
  expect(isPackName(`Salinan ${name}`)).toBe(true)
})

it.each([
  'CON.pack',
  'lpt9.x.pack',
  'COM¹.pack',
  '../a.pack',
  'a\\b.pack',
  'a.pack:stream',
  'a.pack.exe',
  '.pack',
  'a\nb.pack',
  'NUL.pack'
])('opens no file that is called %j', name => expect(isPackName(name)).toBe(false))
