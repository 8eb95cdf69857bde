import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishRegistry } from '#server/files/publish-registry'
import { registryPerson } from '#test/support/given-registry'
import { actAs, type TestDesk, testDesk, value } from '#test/support/test-desk'
import { snapshotOf } from '../registry/snapshot/in-villages'
import { command } from '../server/support/command'
import { type District, districtNow, firstDesk, KENDAL, openDistrict, sync } from './support/district'
import { eachWithStick } from './support/stick'

const stick = eachWithStick()
const folder = mkdtempSync(join(tmpdir(), 'scopes-'))
const snapshot = join(folder, 'registry.slrs')
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const [HERE, NEXT, ABSENT] = ['33.24.14.2006', '33.24.14.2007', '33.24.14.2008'] as const
beforeAll(async () => {
  const people = [HERE, NEXT].flatMap((code, at) =>
    ['1', '2', '3'].map(n =>
      registryPerson({ nik: `33241057089000${at}${n}`, kk: `33241412031500${at}${n}`, village: { codeSet: 'kemendagri', code } })
    )
  )
  await snapshotOf(snapshot, people)
})

const said = (district: District, ...args: string[]) => command({}, 'scope', '--data', district.folder, ...args)
async function openWithRegister(): Promise<District> {
  const district = await openDistrict()
  const about = { district: KENDAL, name: 'registry', label: 'DTSEN 2026-T4', now: districtNow() } as const
  await publishRegistry(district.server, about, () => createReadStream(snapshot), snapshot)
  return district
}
async function fetched(desk: TestDesk): Promise<void> {
  await sync(desk)
  await desk.desk.sync.rest()
}
/** What changes the scope is in force at once, and what it asks for is fetched after it. */
async function fetchedTwice(desk: TestDesk): Promise<void> {
  await fetched(desk)
  await fetched(desk)
}
const villages = ({ desk }: TestDesk) => desk.registry.ask(registry => registry.villages().map(({ code }) => code))
const held = async ({ api }: TestDesk) => value(await api.extracts.held({}))
async function serve(desk: TestDesk, codes: string[] | null) {
  await actAs(desk, 'administrator')
  return desk.api.extracts.serve({ villages: codes })
}

describe('the villages that a district says of a desk', () => {
  it('[R9] are what it holds from then on; nobody there changes them until the district lets it choose', async () => {
    const district = await openWithRegister()
    const desk = await firstDesk(district)
    await fetched(desk)
    expect(villages(desk)).toEqual([HERE, NEXT])
    expect(await said(district, '--desk', 'a', '--villages', `${HERE}, ${HERE}`)).toMatchObject({ code: 0 })
    await fetchedTwice(desk)
    expect([villages(desk), (await held(desk)).servedBy?.kind]).toEqual([[HERE], 'district'])
    expect(await serve(desk, null)).toMatchObject({ ok: false, problem: { kind: 'set-by-district' } })
    await said(district, '--desk', 'A', '--free')
    await fetchedTwice(desk)
    expect([villages(desk), (await held(desk)).servedBy]).toEqual([[HERE, NEXT], null])
    expect(value(await serve(desk, [NEXT]))).toBeNull()
  })

  it('[R9] go before what the desk has chosen, which holds again when the district says nothing', async () => {
    const district = await openWithRegister()
    const desk = await firstDesk(district)
    value(await serve(desk, [NEXT]))
    await fetched(desk)
    expect((await held(desk)).servedBy).toMatchObject({ kind: 'desk', officerName: expect.stringMatching(/\w/) })
    await said(district, '--desk', 'A', '--whole')
    await fetchedTwice(desk)
    expect([villages(desk), (await held(desk)).servedBy?.kind]).toEqual([[HERE, NEXT], 'district'])
    await said(district, '--desk', 'A', '--free')
    await fetchedTwice(desk)
    expect(villages(desk)).toEqual([NEXT])
  })

  it('[R9] are known again after a restart, and to a desk that has only sticks', async () => {
    const district = await openWithRegister()
    const desk = await firstDesk(district)
    await said(district, '--desk', 'A', '--villages', NEXT)
    await district.close()
    const { file } = await stick().write(desk)
    await stick().pack(district, '--in', stick().path(file))
    await stick().read(desk)
    expect((await held(desk)).served?.map(({ code }) => code)).toEqual([NEXT])
    await desk.close()
    const again = await testDesk({ folder: desk.data })
    await actAs(again, 'administrator')
    expect((await held(again)).served?.map(({ code }) => code)).toEqual([NEXT])
    expect(again.reported).toEqual([])
  })

  it('[R9] are refused in plain words where they are none, or of no desk', async () => {
    const district = await openWithRegister()
    await firstDesk(district)
    const words = async (...args: string[]) => {
      const { code, said: text } = await said(district, ...args)
      return [code, text]
    }
    expect(await words('--desk', 'Q', '--whole')).toEqual([1, 'there is no desk Q'])
    expect((await words('--desk', 'A'))[0]).toBe(1)
    expect((await words('--whole'))[1]).toBe('say which desk: --desk A')
    expect((await words('--desk', 'A', '--whole', '--free'))[1]).toBe('say one of --villages, --whole and --free')
    for (const wrong of ['Kebonharjo', '33.24.14', '32.01.01.2001'])
      expect((await words('--desk', 'A', '--villages', wrong))[1]).toContain(`"${wrong}" is no village of 33.24`)
    expect((await words())[1]).toBe('33.24: every desk chooses for itself.')
    const [code, text] = await words('--desk', 'A', '--villages', `${ABSENT},${HERE}`)
    expect([code, String(text).includes(`Nobody of ${ABSENT} is in the registry`)]).toEqual([0, true])
    expect((await words())[1]).toContain(`desk A holds ${HERE}, ${ABSENT}`)
  })
})

describe('a new PC', () => {
  it('[R9] takes over the villages of the desk whose place it takes, and a further desk takes none', async () => {
    const district = await openWithRegister()
    const old = await firstDesk(district)
    value(await serve(old, [NEXT]))
    await sync(old)
    for (const [replaces, expected] of [
      ['A', [NEXT]],
      [undefined, [HERE, NEXT]]
    ] as const) {
      const desk = await testDesk()
      value(await desk.api.sync.join({ server: district.address, code: await district.code() }))
      await sync(desk)
      const state = value(await desk.api.office.state({}))
      const offered = state.kind === 'new' ? state.offered?.replaceable.map(({ deskCode }) => deskCode) : []
      expect(offered).toContain('A')
      value(await desk.api.office.openHere(replaces ? { replaces } : {}))
      await fetchedTwice(desk)
      expect([replaces, villages(desk)]).toEqual([replaces, expected])
    }
  })
})
