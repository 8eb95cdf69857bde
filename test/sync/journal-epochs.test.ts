import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { snapshot } from '#main/changes/fold'
import { changesAfter, epochOf } from '#main/changes/log'
import { givenCase, givenLetterOrder, givenResident } from '#test/support/given'
import { journalOf } from '#test/support/journal'
import { actAs, problem, type TestDesk, testDesk, value } from '#test/support/test-desk'
import { firstDesk, openDistrict, sync } from './support/district'

const folders: string[] = []
const copyOf = (data: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'epochs-'))
  folders.push(folder)
  cpSync(data, folder, { recursive: true })
  return folder
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

async function seated(folder: string): Promise<TestDesk> {
  const desk = await testDesk({ folder })
  await actAs(desk, 'manager')
  return desk
}

/** A desk whose copy has sent something else under its names, before it has sent its own. */
async function twoCopies() {
  const district = await openDistrict()
  const first = await firstDesk(district)
  await first.close()
  const image = copyOf(first.data)
  const one = await seated(first.data)
  await givenResident(one.api, { nik: '3324105708910003', name: 'Sumarni Tiga' })
  await givenResident(one.api, { nik: '3324105708910004', name: 'Tuminah Empat' })
  await sync(one)
  await one.close()
  const two = await seated(image)
  const kept = await givenResident(two.api, { nik: '3324105708910005', name: 'Ponirah Lima' })
  await givenResident(two.api, { nik: '3324105708910006', name: 'Kasmi Enam' })
  return { district, two, kept }
}

const journaled = async (data: string) => (await journalOf(data)).entries.map(({ bytes: _, ...sealed }) => sealed)

describe('the journal of a desk that another computer has written under the name of', () => {
  it('[D4] [D5] holds what was written anew, and which it was', async () => {
    const { two } = await twoCopies()
    const before = changesAfter(two.desk.raw, 0)
    await sync(two)
    await sync(two)
    const anew = changesAfter(two.desk.raw, 0).filter(({ was }) => was !== null)
    expect(anew.map(({ was }) => was)).toEqual(before.slice(-2).map(({ body }) => JSON.parse(body).id))
    expect((await journaled(two.data)).slice(-2)).toEqual(anew)
    await two.close()
    const again = await seated(two.data)
    expect(changesAfter(again.desk.raw, 0).filter(({ was }) => was !== null)).toEqual(anew)
  })

  it('[D4] opens where power went between the fork and its line in the journal', async () => {
    const { two, kept } = await twoCopies()
    await two.close()
    const journal = copyOf(join(two.data, 'journal'))
    const opened = await seated(two.data)
    await sync(opened)
    await sync(opened)
    const rows = snapshot(opened.desk.raw)
    await opened.close()
    rmSync(join(two.data, 'journal'), { recursive: true })
    cpSync(journal, join(two.data, 'journal'), { recursive: true })
    const again = await seated(two.data)
    expect(snapshot(again.desk.raw)).toEqual(rows)
    expect(value(await again.api.residents.get({ residentId: kept.id })).resident.id).toBe(kept.id)
    expect((await journaled(two.data)).at(-1)?.was).not.toBeNull()
  })

  it('[D4] brings back what was written anew to a disk that fell back, once', async () => {
    const { two, kept } = await twoCopies()
    await two.close()
    const old = copyOf(two.data)
    const opened = await seated(two.data)
    await sync(opened)
    await sync(opened)
    const rows = snapshot(opened.desk.raw).resident
    const epoch = epochOf(opened.desk.raw)
    await opened.close()
    cpSync(join(two.data, 'journal'), join(old, 'journal'), { recursive: true })
    const again = await seated(old)
    expect(epochOf(again.desk.raw)).toBe(epoch)
    await sync(again)
    await sync(again)
    expect(snapshot(again.desk.raw).resident).toEqual(rows)
    expect(value(await again.api.residents.get({ residentId: kept.id })).resident.id).toBe(kept.id)
    expect(value(await again.api.sync.status({}))).toMatchObject({ unsent: 0, refused: 0, waiting: 0 })
  })
})

describe('the journal of a desk that was put back', () => {
  it('[D5] [N2] knows of an epoch that the disk forgot, and numbers no letter until the feed is here', async () => {
    const district = await openDistrict()
    const first = await firstDesk(district)
    await first.close()
    const [old, older] = [copyOf(first.data), copyOf(first.data)]
    const later = await seated(first.data)
    const found = await givenCase(later.api)
    const issued = value(await later.api.letters.issue(await givenLetterOrder(later.api, found.id)))
    await sync(later)
    await later.close()

    const back = await seated(old)
    const before = epochOf(back.desk.raw)
    await sync(back)
    const epoch = epochOf(back.desk.raw)
    expect(epoch).toBeGreaterThan(before)
    await back.close()
    // the disk of before, beside the journal of after
    cpSync(join(old, 'journal'), join(older, 'journal'), { recursive: true })
    const again = await seated(older)
    expect(epochOf(again.desk.raw)).toBe(epoch)
    const { id } = await givenCase(again.api)
    expect(problem(await again.api.letters.issue(await givenLetterOrder(again.api, id)))).toEqual({ kind: 'numbers-held' })
    await sync(again)
    expect(value(await again.api.letters.issue(await givenLetterOrder(again.api, id))).sequence).toBe(issued.sequence + 1)
  })
})
