import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { folderOf } from '#test/support/folders'

const { app, shell } = await import('#test/fakes/electron')
vi.mock('electron', () => import('#test/fakes/electron'))
const { installer } = await import('#main/electron/installer')

afterEach(() => {
  Object.assign(shell, { battery: false, opened: [], answer: '' })
  app.relaunched.length = 0
  vi.unstubAllEnvs()
})

it('lets the system run an installer, which asks for what it needs', async () => {
  expect(await installer.start('/data/updates/0.2.0/setup.exe')).toBe(true)
  expect(shell.opened).toEqual(['/data/updates/0.2.0/setup.exe'])
})

it('says that an installer was not started when the system would not', async () => {
  shell.answer = 'no application is registered for it'
  expect(await installer.start('/data/updates/0.2.0/setup.exe')).toBe(false)
})

it('puts an AppImage in the place of the one that runs, and has it begun when this one ends', async () => {
  const folder = folderOf('appimage')
  const here = join(folder, 'loket.AppImage')
  mkdirSync(join(folder, 'updates'))
  writeFileSync(here, 'old')
  writeFileSync(join(folder, 'updates', 'loket-slrt-0.2.0.AppImage'), 'new')
  vi.stubEnv('APPIMAGE', here)
  expect(await installer.start(join(folder, 'updates', 'loket-slrt-0.2.0.AppImage'))).toBe(true)
  expect(readFileSync(here, 'utf8')).toBe('new')
  expect(app.relaunched).toEqual([{ execPath: here }])
  expect(shell.opened).toEqual([])
})

it('does nothing with an AppImage where this program does not run from one', async () => {
  expect(await installer.start('/data/updates/0.2.0/loket.AppImage')).toBe(false)
  expect([shell.opened, app.relaunched]).toEqual([[], []])
})

it('knows a laptop without its mains lead', () => {
  expect(installer.isOnBattery()).toBe(false)
  shell.battery = true
  expect(installer.isOnBattery()).toBe(true)
})
