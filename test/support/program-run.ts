import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openRun, type Shell } from '#main/open-run'
import { noScreens } from '#main/screens/screens'
import { noInstaller } from '#main/updates/installer'
import { REFERENCE_FILE } from './reference-file'
import { testSecrets } from './test-desk'

/** The desk as the program opens it, in a shell that shows and prints nothing. */
export async function openProgram(data: string, shell: Partial<Shell> = {}) {
  const closing: (() => Promise<void>)[] = []
  const none = pathToFileURL(join(data, 'none.js'))
  const run = await openRun({
    data,
    referenceFile: REFERENCE_FILE,
    sampleRegistry: join(data, 'none.json.gz'),
    version: '0.0.0',
    publisherFile: join(data, 'none.pem'),
    installer: noInstaller,
    programs: { pdf: none, backup: none, registry: none, list: none, password: none },
    secrets: testSecrets(),
    screens: noScreens,
    ownFolder: () => data,
    renderPage: async () => Promise.reject(new Error('nothing is printed here')),
    announce: () => undefined,
    whenAway: () => undefined,
    beforeQuit: close => closing.push(close),
    ...shell
  })
  const ask = async (channel: string, input: object = {}) => (await run(channel, input)) as { ok: true; value: never }
  return { ask, close: async () => closing[0]?.() }
}
