import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSteps } from '#main/updates/update-steps'
import { updatesFolder } from '#main/updates/updates'
import { folderOf } from '#test/support/folders'
import { givenVisit } from '#test/support/given'
import { actAs, problem, testDesk, value } from '#test/support/test-desk'
import { describeFile, signManifest } from '#wire/district-file'
import { bring, fileOf, programOf, publisher, recordingInstaller, release, setupFile } from './a-release'

async function deskWith(...versions: string[]) {
  const installer = recordingInstaller()
  const at = await testDesk({ officer: 'administrator', program: programOf(), installer })
  for (const version of versions) expect(await bring(at.data, version)).toBe('taken')
  return { ...at, installer }
}
/** The same data, opened by another version of the program. */
async function openedBy(version: string, from: { data: string; close(): Promise<void> }) {
  await from.close()
  return testDesk({ folder: from.data, program: programOf(version) })
}
const stateOf = async (at: { api: Awaited<ReturnType<typeof deskWith>>['api'] }) => value(await at.api.updates.state({}))
const changesNoted = ({ desk }: Awaited<ReturnType<typeof testDesk>>) =>
  (desk.raw.prepare("select count(*) as n from audit where outcome = 'program-changed'").get() as { n: number }).n
async function signIn(at: Awaited<ReturnType<typeof testDesk>>) {
  const officer = value(await at.api.officers.list({})).find(one => one.roles[0] === 'administrator')
  value(await at.api.officers.signIn({ officerId: officer?.id ?? '', pin: '123456' }))
}

describe('a version that the district has handed on', () => {
  it('is ready as soon as it lies here whole, and the newest one alone', async () => {
    const at = await deskWith()
    expect(await stateOf(at)).toMatchObject({ version: '0.1.0', takesReleases: true, ready: null, installed: null })
    await bring(at.data, '0.2.0')
    await bring(at.data, '0.3.0')
    expect(await stateOf(at)).toMatchObject({ ready: { version: '0.3.0', bytes: 200_000 } })
  })

  it('is installed by an administrator: first a checked copy of the data, then its installer', async () => {
    const at = await deskWith('0.2.0')
    expect(value(await at.api.backups.state({})).backups).toHaveLength(0)
    expect(await at.api.updates.install({})).toEqual({ ok: true, value: null })
    expect(value(await at.api.backups.state({})).backups).toHaveLength(1)
    expect(at.installer.started).toEqual([join(at.data, 'updates', '0.2.0', 'loket-slrt-0.2.0-setup.exe')])
    expect(readSteps(updatesFolder(at.data)).begun).toEqual({ from: '0.1.0', to: '0.2.0', at: at.clock.now() })
  })

  it('is offered no more when the district has gone back to the version before', async () => {
    const at = await deskWith('0.2.0', '0.3.0')
    await bring(at.data, '0.2.0')
    expect(await stateOf(at)).toMatchObject({ ready: { version: '0.2.0' } })
    await bring(at.data, '0.1.0')
    expect(await stateOf(at)).toMatchObject({ ready: null })
  })

  it('is installed by nobody else', async () => {
    const at = await deskWith('0.2.0')
    await actAs(at, 'manager')
    expect(problem(await at.api.updates.install({}))).toEqual({ kind: 'not-allowed' })
    expect(at.installer.started).toEqual([])
  })

  it('waits until nobody waits at the counter', async () => {
    const at = await deskWith('0.2.0')
    await actAs(at, 'front-office')
    await givenVisit(at.api)
    await actAs(at, 'administrator')
    expect(problem(await at.api.updates.install({}))).toEqual({ kind: 'busy', visitors: 1 })
    expect(at.installer.started).toEqual([])
  })

  it('waits for the mains lead', async () => {
    const at = await deskWith('0.2.0')
    at.installer.battery = true
    expect(problem(await at.api.updates.install({}))).toEqual({ kind: 'on-battery' })
  })

  /** One bit of its installer, turned over by whoever may write there. */
  function tamper({ data }: { data: string }): void {
    const file = join(data, 'updates', '0.2.0', 'loket-slrt-0.2.0-setup.exe')
    const bytes = readFileSync(file)
    bytes[100_000] = (bytes[100_000] ?? 0) ^ 1
    writeFileSync(file, bytes)
  }

  it('F37: is never started when its bytes are changed while the copy of the data is made', async () => {
    const at = await deskWith('0.2.0')
    at.announced.push = () => {
      tamper(at)
      return 0
    }
    expect(problem(await at.api.updates.install({}))).toEqual({ kind: 'installer-damaged' })
    expect(at.installer.started).toEqual([])
    expect(await stateOf(at)).toMatchObject({ ready: null, unfinished: null })
  })

  it('F37: is thrown away and never started when its bytes are others by then', async () => {
    const at = await deskWith('0.2.0')
    tamper(at)
    expect(problem(await at.api.updates.install({}))).toEqual({ kind: 'installer-damaged' })
    expect(at.installer.started).toEqual([])
    expect(problem(await at.api.updates.install({}))).toEqual({ kind: 'no-release' })
  })

  it('leaves everything as it was when its installer cannot be started', async () => {
    const at = await deskWith('0.2.0')
    at.installer.isAllowed = false
    expect(problem(await at.api.updates.install({}))).toEqual({ kind: 'not-started' })
    expect(await stateOf(at)).toMatchObject({ ready: { version: '0.2.0' }, unfinished: null })
  })

  it('is told as unfinished when the version before still runs', async () => {
    const at = await deskWith('0.2.0')
    value(await at.api.updates.install({}))
    const again = await openedBy('0.1.0', at)
    await signIn(again)
    expect(await stateOf(again)).toMatchObject({
      version: '0.1.0',
      ready: { version: '0.2.0' },
      unfinished: { version: '0.2.0', at: at.clock.now() }
    })
  })

  it('counts as installed when somebody has signed in to it, which the access log tells', async () => {
    const at = await deskWith('0.2.0')
    value(await at.api.updates.install({}))
    const after = await openedBy('0.2.0', at)
    expect(readSteps(updatesFolder(at.data)).installed).toBeUndefined()
    await signIn(after)
    expect(await stateOf(after)).toMatchObject({
      version: '0.2.0',
      ready: null,
      unfinished: null,
      installed: { from: '0.1.0' },
      before: null
    })
    expect(changesNoted(after)).toBe(1)
    await signIn(after)
    expect(changesNoted(after)).toBe(1)
  })
})

it('notices a version that somebody installed by hand, and where to go back to', async () => {
  const at = await deskWith()
  await signIn(at)
  expect(changesNoted(at)).toBe(0)
  const after = await openedBy('0.2.0', at)
  expect(after.desk.updates.wayBack()).toEqual({ version: '0.1.0', release: undefined })
  await signIn(after)
  expect(await stateOf(after)).toMatchObject({ version: '0.2.0', installed: { from: '0.1.0' } })
  expect(changesNoted(after)).toBe(1)
  expect(after.desk.updates.wayBack()).toBeUndefined()
  const older = await openedBy('0.1.0', after)
  await signIn(older)
  expect(await stateOf(older)).toMatchObject({ version: '0.1.0', installed: null })
  expect(changesNoted(older)).toBe(2)
})

it('keeps nobody out when it cannot be noted', async () => {
  const at = await deskWith()
  mkdirSync(join(at.data, 'updates', 'steps.json.new'), { recursive: true })
  await signIn(at)
  expect(at.reported.map(({ channel }) => channel)).toEqual(['updates.settle'])
})

it('keeps the installer of the version before, when that came from the district too', async () => {
  const at = await deskWith('0.2.0')
  value(await at.api.updates.install({}))
  const second = await openedBy('0.2.0', at)
  await signIn(second)
  expect(await bring(at.data, '0.3.0', programOf('0.2.0'))).toBe('taken')
  await second.close()
  const installer = recordingInstaller()
  const third = await testDesk({ folder: at.data, program: programOf('0.2.0'), installer })
  await actAs(third, 'administrator')
  value(await third.api.updates.install({}))
  const newest = await openedBy('0.3.0', third)
  await signIn(newest)
  expect(await stateOf(newest)).toMatchObject({ installed: { from: '0.2.0' }, before: '0.2.0' })
})

it('offers nothing when the district hands on the very version that runs', async () => {
  const at = await deskWith('0.1.0')
  expect(await stateOf(at)).toMatchObject({ version: '0.1.0', ready: null })
  expect(problem(await at.api.updates.install({}))).toEqual({ kind: 'no-release' })
})

it('[F9] makes an installer anew at the next start that a virus scanner has taken away, from the pieces that lie here', async () => {
  const at = await deskWith()
  const bytes = release({ version: '0.2.0' })
  const about = { district: '33.24', name: 'program-windows', version: 5, label: '0.2.0' }
  const manifest = await describeFile(about, fileOf(bytes).read())
  await at.desk.files.offer(signManifest(manifest, publisher.privateKey), manifest)
  let n = 0
  for await (const piece of fileOf(bytes).read()) expect(await at.desk.files.take(manifest.hash, n++, piece)).toBe('taken')
  const installer = join(at.data, 'updates', '0.2.0', 'loket-slrt-0.2.0-setup.exe')
  rmSync(installer)
  expect(await stateOf(at)).toMatchObject({ ready: null })
  const again = await openedBy('0.1.0', at)
  await again.desk.files.retry()
  await signIn(again)
  expect(await stateOf(again)).toMatchObject({ ready: { version: '0.2.0' } })
  expect(readFileSync(installer).equals(setupFile)).toBe(true)
})

it('takes nothing for a release that lies there without its publisher’s word', async () => {
  const at = await deskWith('0.2.0')
  writeFileSync(join(at.data, 'updates', '0.2.0', 'release.head'), 'SLRT-RELEASE-1\n{}\n')
  expect(await stateOf(at)).toMatchObject({ ready: null })
})

it('reads steps that cannot be read as none', () => {
  const folder = folderOf('steps')
  writeFileSync(join(folder, 'steps.json'), '{"begun":')
  expect(readSteps(folder)).toEqual({})
})
