import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it, vi } from 'vitest'
import { openRun } from '#main/open-run'
import { noScreens } from '#main/screens/screens'
import { noInstaller } from '#main/updates/installer'
import type { Announcement } from '#shared/rpc/events'
import { folderOf } from '#test/support/folders'
import { REFERENCE_FILE } from '#test/support/reference-file'
import { testSecrets } from '#test/support/test-desk'

const { powerMonitor } = await import('#test/fakes/electron')
vi.mock('electron', () => import('#test/fakes/electron'))
const { whenAway } = await import('#main/electron/away')

const PIN = '123456'

/** The desk as the program opens it, with an officer at it; `sign` lets the computer say something. */
async function openProgram() {
  const data = folderOf('away')
  const announced: Announcement[] = []
  const closing: (() => Promise<void>)[] = []
  const program = pathToFileURL(join(data, 'none.js'))
  const run = await openRun({
    data,
    referenceFile: REFERENCE_FILE,
    sampleRegistry: join(data, 'none.json.gz'),
    version: '0.0.0',
    publisherFile: join(data, 'none.pem'),
    installer: noInstaller,
    pdfProgram: program,
    backupProgram: program,
    registryProgram: program,
    listProgram: program,
    secrets: testSecrets(),
    screens: noScreens,
    ownFolder: () => data,
    renderPage: async () => Promise.reject(new Error('nothing is printed here')),
    announce: one => announced.push(one),
    whenAway,
    beforeQuit: close => closing.push(close)
  })
  const ask = async (channel: string, input: object = {}) => (await run(channel, input)) as { ok: true; value: never }
  await ask('office.setUpSample')
  const [officer] = (await ask('officers.list')).value as { id: string }[]
  await ask('officers.signIn', { officerId: officer?.id, pin: PIN })
  return { ask, announced, close: async () => closing[0]?.() }
}

it.each(['suspend', 'lock-screen'])('[F31] the desk locks at once when the computer says %s, and tells the screen', async sign => {
  const { ask, announced, close } = await openProgram()
  expect((await ask('officers.me')).value).toMatchObject({ isLocked: false })
  powerMonitor.emit(sign)
  expect((await ask('officers.me')).value).toMatchObject({ isLocked: true })
  expect(await ask('cases.board')).toEqual({ ok: false, problem: { kind: 'locked' } })
  expect(announced).toContainEqual({ kind: 'session-changed' })
  powerMonitor.removeAllListeners()
  await close()
})
