// A folder that stands for a stick, new for each test, and the two ends at which it is plugged in.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { type TestDesk, value } from '#test/support/test-desk'
import { command } from '../../server/support/command'
import { type District, firstDesk, furtherDesk, openDistrict, sync } from './district'

export type Stick = ReturnType<typeof newStick>

/** What the tests of this file plug in. */
export function eachWithStick(): () => Stick {
  const now: Stick[] = []
  beforeEach(() => {
    now.push(newStick())
    now[0]?.plugIn()
  })
  afterEach(() => {
    delete process.env.LOKET_DRIVES
    for (const stick of now.splice(0)) stick.remove()
  })
  return () => {
    if (!now[0]) throw new Error('no test is running')
    return now[0]
  }
}

export function newStick() {
  const folder = mkdtempSync(join(tmpdir(), 'stick-'))
  return {
    folder,
    path: (file: string) => join(folder, file),
    files: () => readdirSync(folder),
    plugIn() {
      process.env.LOKET_DRIVES = folder
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
    write: async ({ api }: Pick<TestDesk, 'api'>) => value(await api.sync.writePack({ drive: folder })),
    read: async ({ api }: Pick<TestDesk, 'api'>) => value(await api.sync.readPacks({ drive: folder })),
    /** The administrator's command at the server, and the files that it wrote here. */
    async pack(district: District, ...args: string[]): Promise<{ code: number; said: string; written: string[] }> {
      const before = new Set(readdirSync(folder))
      const done = await command({}, 'pack', '--data', district.folder, '--out', folder, ...args)
      return { ...done, written: readdirSync(folder).filter(name => !before.has(name)) }
    }
  }
}

/** Two desks of a district that have all there is, and no line from then on. */
export async function twoDesks(): Promise<{ district: District; a: TestDesk; b: TestDesk }> {
  const district = await openDistrict()
  const a = await firstDesk(district)
  const b = await furtherDesk(district)
  await sync(a)
  await district.close()
  return { district, a, b }
}
