import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { folderOf } from '#test/support/folders'
import { problem, type TestDesk, testDesk, value } from '#test/support/test-desk'

const DAY_MS = 86_400_000
let at: TestDesk
beforeEach(async () => {
  at = await testDesk({ officer: 'manager' })
})
afterEach(() => vi.unstubAllEnvs())

const work = async () => value(await at.api.visits.checkIn({ lane: 'general', channel: 'walk-in', purpose: null, vulnerableGroup: null }))
const folderOn = (stick: string): string => {
  const all = join(stick, 'loket-slrt-cadangan')
  return join(all, readdirSync(all)[0] ?? '')
}
const copiesOn = (stick: string): string[] =>
  readdirSync(folderOn(stick))
    .filter(name => name.endsWith('.backup'))
    .sort()
const newestOnShelf = async (): Promise<string | undefined> => value(await at.api.backups.state({})).backups[0]?.name

/** The program's looks at whether anything is to be done: the desk of these tests has no timers of its own. */
async function look(): Promise<void> {
  const { desk } = at
  const looks: (() => void)[] = []
  const { set } = desk.timers
  desk.timers.set = (_ms, run) => {
    looks.push(run)
    return () => undefined
  }
  desk.backups.begin()
  looks[0]?.()
  desk.timers.set = set
  // whoever comes next waits for what the look has begun
  await at.api.backups.copyToStick({ drive: join(at.data, 'none') })
}

describe('a stick that stays with the desk', () => {
  it('keeps as many copies as the shelf, so that it does not fill up', async () => {
    const stick = folderOf('stick')
    vi.stubEnv('LOKET_DRIVES', stick)
    await work()
    value(await at.api.backups.copyToStick({ drive: stick }))
    for (let day = 0; day < 16; day++) {
      at.clock.ms += DAY_MS
      await work()
      value(await at.api.backups.make({}))
    }
    const kept = value(await at.api.backups.state({})).backups.map(({ name }) => name)
    expect(copiesOn(stick)).toEqual(expect.arrayContaining(kept))
    // what the newest one has pushed out goes with the next one
    expect(copiesOn(stick).length).toBeLessThanOrEqual(kept.length + 1)
  })

  it('is rid of what it was pulled out in the middle of', async () => {
    const stick = folderOf('stick')
    vi.stubEnv('LOKET_DRIVES', stick)
    await work()
    const { name } = value(await at.api.backups.copyToStick({ drive: stick }))
    const half = join(folderOn(stick), name.replace('Z', '1Z').concat('.new'))
    writeFileSync(half, 'half')
    await work()
    value(await at.api.backups.make({}))
    expect(existsSync(half)).toBe(false)
  })

  it('that takes no copy any more is named, with the reason, until one takes it', async () => {
    const stick = folderOf('stick')
    vi.stubEnv('LOKET_DRIVES', stick)
    await work()
    value(await at.api.backups.copyToStick({ drive: stick }))
    // a folder lies where a file has to go
    const inTheWay = join(folderOn(stick), 'escrow.key')
    mkdirSync(inTheWay)
    await work()
    value(await at.api.backups.make({}))
    const failed = { name: basename(stick), problem: { kind: 'drive-not-written' } }
    expect(value(await at.api.backups.state({})).stickProblem).toEqual(failed)
    expect(problem(await at.api.backups.copyToStick({ drive: stick }))).toEqual({ kind: 'drive-not-written' })
    rmSync(inTheWay, { recursive: true })
    await look()
    expect(value(await at.api.backups.state({})).stickProblem).toBeNull()
  })

  it('gets the newest copy when it is plugged in between two copies', async () => {
    const stick = folderOf('stick')
    vi.stubEnv('LOKET_DRIVES', stick)
    await work()
    value(await at.api.backups.copyToStick({ drive: stick }))
    vi.stubEnv('LOKET_DRIVES', folderOf('other'))
    await work()
    value(await at.api.backups.make({}))
    vi.stubEnv('LOKET_DRIVES', stick)
    expect(copiesOn(stick)).not.toContain(await newestOnShelf())
    await look()
    expect(copiesOn(stick)).toContain(await newestOnShelf())
  })

  it('is left alone when it has the newest copy', async () => {
    const stick = folderOf('stick')
    vi.stubEnv('LOKET_DRIVES', stick)
    await work()
    value(await at.api.backups.copyToStick({ drive: stick }))
    const { stick: before } = value(await at.api.backups.state({}))
    at.clock.ms += 60_000
    await look()
    expect(value(await at.api.backups.state({})).stick).toEqual(before)
  })
})

describe('two sticks that are in at once', () => {
  it('both get each new copy, also when the first one cannot be written', async () => {
    const [first, second] = [folderOf('first'), folderOf('second')]
    vi.stubEnv('LOKET_DRIVES', `${first}:${second}`)
    await work()
    for (const drive of [first, second]) value(await at.api.backups.copyToStick({ drive }))
    await work()
    const { name } = value(await at.api.backups.make({}))
    expect([first, second].map(stick => copiesOn(stick).includes(name))).toEqual([true, true])
    // a folder where a file belongs stands for a stick that does not take it
    mkdirSync(join(folderOn(first), 'recovery.key', 'x'), { recursive: true })
    await work()
    const { name: newest } = value(await at.api.backups.make({}))
    expect([first, second].map(stick => copiesOn(stick).includes(newest))).toEqual([true, true])
    expect(existsSync(join(folderOn(first), `${newest}.json`))).toBe(false)
    expect(existsSync(join(folderOn(second), `${newest}.json`))).toBe(true)
  })
})
