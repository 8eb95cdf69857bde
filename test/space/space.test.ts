import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hasBallast, makeBallast, releaseBallast } from '#main/space/ballast'
import { spaceGuard } from '#main/space/space-guard'
import { BALLAST_BYTES, spaceLevel } from '#shared/space/space'
import { folderOf } from '#test/support/folders'
import { givenResident, givenVisit } from '#test/support/given'
import { actAs, problem, testDesk, value } from '#test/support/test-desk'

const MB = 1_048_576
const arrival = { lane: 'general', channel: 'walk-in', purpose: null, vulnerableGroup: null } as const

describe('[F4] the room on the disk', () => {
  it.each([
    [900, true, 'well'],
    [499, true, 'low'],
    [199, true, 'tight'],
    [30, true, 'tight'],
    [900, false, 'well'],
    [120, false, 'tight'],
    [87, false, 'released'],
    [9, false, 'released'],
    [7, false, 'full']
  ] as const)('%i MB free with ballast %s is %s', (free, held, level) => {
    expect(spaceLevel(free * MB, held)).toBe(level)
  })

  it('is told when it changes, and the kept room is let go before the disk is full', async () => {
    const data = folderOf('space')
    await makeBallast(data)
    expect(statSync(join(data, 'ballast')).size).toBe(BALLAST_BYTES)
    let free = 900 * MB
    const told: string[] = []
    const guard = spaceGuard(data, {
      freeBytes: () => free + (hasBallast(data) ? 0 : BALLAST_BYTES),
      timers: { set: () => () => undefined },
      announce: ({ kind }) => told.push(kind),
      report: () => 'test'
    })
    expect(guard.level()).toBe('well')
    free = 300 * MB
    expect([guard.level(), guard.level(), told.length]).toEqual(['low', 'low', 1])
    free = 20 * MB
    expect(guard.level()).toBe('released')
    expect(existsSync(join(data, 'ballast'))).toBe(false)
    expect(guard.refuses('visits.checkIn')).toBe(true)
    for (const channel of ['residents.register', 'cases.open', 'cases.finishVisit', 'letters.issue', 'letters.print', 'search.find'])
      expect(guard.refuses(channel), channel).toBe(false)
    free = -60 * MB
    expect(guard.level()).toBe('full')
    expect(guard.refuses('residents.register')).toBe(true)
    for (const channel of ['letters.print', 'letters.printCopy', 'search.find', 'letters.pdf', 'officers.signIn', 'officers.signOut'])
      expect(guard.refuses(channel), channel).toBe(false)
    free = 900 * MB
    guard.begin()
    await guard.stop()
    expect([guard.level(), hasBallast(data)]).toEqual(['well', true])
  })

  it('serves whoever is there, takes nobody new, and refuses before SQLite fails', async () => {
    const at = await testDesk({ officer: 'front-office' })
    const visit = await givenVisit(at.api)
    at.disk.free = 60 * MB
    expect(value(await at.api.office.state({}))).toMatchObject({ space: 'released' })
    expect(problem(await at.api.visits.checkIn(arrival))).toEqual({ kind: 'disk-full' })
    await givenResident(at.api)
    at.disk.free = 2 * MB
    const refused = await at.api.visits.recordPrivacyNotice({ visitId: visit.id, version: '1' })
    expect(problem(refused)).toEqual({ kind: 'disk-full' })
    expect(value(await at.api.search.find({ text: 'Siti Aminah', purpose: 'visit' }))).toHaveLength(1)
    expect(value(await at.api.office.state({}))).toMatchObject({ space: 'full' })
    at.disk.free = 900 * MB
    value(await at.api.visits.checkIn(arrival))
    await actAs(at, 'manager')
    expect(value(await at.api.office.checkLog({}))).toMatchObject({ differences: [] })
  })

  it('is made again after a half-made one, and never counts as held before it is whole', async () => {
    const data = folderOf('space')
    writeFileSync(join(data, 'ballast'), 'half')
    expect(hasBallast(data)).toBe(false)
    expect(releaseBallast(data)).toBe(false)
    await makeBallast(data)
    expect(releaseBallast(data)).toBe(true)
  })
})

/** A user of their own may mount a small disk of their own, where the kernel lets them. */
const small = (script: string, folder: string) =>
  spawnSync(
    'unshare',
    [
      '-Urm',
      'sh',
      '-c',
      `mount -t tmpfs -o size=90m none "$0" && exec "$@"`,
      folder,
      process.execPath,
      '--import',
      './scripts/extensionless.ts',
      script,
      folder
    ],
    {
      encoding: 'utf8',
      timeout: 60_000
    }
  )
const maySmall = spawnSync('unshare', ['-Urm', 'true']).status === 0

describe.runIf(maySmall)('[F4] a desk on a real disk of 90 MB', () => {
  it('keeps working when the disk fills up, with the kept room, and loses nothing that it answered', () => {
    const folder = folderOf('small')
    mkdirSync(folder, { recursive: true })
    const { stdout, stderr, status } = small('test/space/fill-a-disk.ts', folder)
    expect({
      status,
      stderr: stderr
        .split('\n')
        .filter(line => !/Warning|trace-warnings/.test(line))
        .join('')
    }).toEqual({ status: 0, stderr: '' })
    const said = JSON.parse(stdout) as Record<string, unknown>
    expect(said).toMatchObject({ integrity: 'ok', lost: 0, releasedFirst: true, wroteAfterRelease: true, refusedAtLast: true })
    expect(said.acknowledged).toBeGreaterThan(20)
  })
})
