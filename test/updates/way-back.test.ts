import { randomBytes } from 'node:crypto'
import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkLog } from '#main/changes/check-log'
import { NEWEST_VERSION } from '#main/database/migrate'
import { noteSteps, readSteps } from '#main/updates/update-steps'
import { updatesFolder, updatesOf } from '#main/updates/updates'
import type { ClosedReason } from '#shared/rpc/call'
import { closedRun } from '#test/support/closed-run'
import { folderOf } from '#test/support/folders'
import { givenResident } from '#test/support/given'
import { actAs, testDesk, value } from '#test/support/test-desk'
import { bring, programOf, recordingInstaller } from './a-release'

const AT = Date.UTC(2026, 10, 23, 9)
const OK = { ok: true, value: null }

/** A desk that 0.2.0 cannot open; `had`: whether the installer of 0.1.0 came from the district once. */
async function afterUpdate(reason: ClosedReason, { had = true } = {}) {
  const data = folderOf('updated')
  if (had) await bring(data, '0.1.0', programOf('0.0.9'))
  noteSteps(updatesFolder(data), { begun: { from: '0.1.0', to: '0.2.0', at: AT - 60_000 } })
  const installer = recordingInstaller()
  const run = closedRun({ reason, data, installer, updates: updatesOf(data, programOf('0.2.0')), now: () => AT })
  return { data, installer, run }
}

describe('a version that cannot open the data', () => {
  it('gives its place back to the one before, and is not offered again', async () => {
    const { data, installer, run } = await afterUpdate('not-opened')
    expect(await run('recovery.wayBack', {})).toEqual({ ok: true, value: { version: '0.1.0', hasInstaller: true } })
    expect(await run('recovery.goBack', {})).toEqual(OK)
    expect(installer.started).toEqual([join(data, 'updates', '0.1.0', 'loket-slrt-0.2.0-setup.exe')])
    expect(readSteps(updatesFolder(data))).toEqual({ givenUp: { version: '0.2.0', at: AT } })
    await bring(data, '0.2.0')
    expect(updatesOf(data, programOf('0.1.0')).state()).toMatchObject({ ready: null, givenUp: { version: '0.2.0' } })
    await bring(data, '0.2.1')
    expect(updatesOf(data, programOf('0.1.0')).state()).toMatchObject({ ready: { version: '0.2.1' } })
  })

  it('says which version to put back by hand where its installer is not here', async () => {
    const { run } = await afterUpdate('damaged', { had: false })
    expect(await run('recovery.wayBack', {})).toEqual({ ok: true, value: { version: '0.1.0', hasInstaller: false } })
    expect(await run('recovery.goBack', {})).toEqual({ ok: false, problem: { kind: 'no-way-back' } })
  })

  it.each(['in-use', 'disk-full', 'erased'] as const)('is not blamed for data that are %s', async reason => {
    const { run } = await afterUpdate(reason)
    expect(await run('recovery.wayBack', {})).toEqual(OK)
    expect(await run('recovery.goBack', {})).toEqual({ ok: false, problem: { kind: 'no-way-back' } })
  })

  it('is not blamed any more once somebody has worked with it', async () => {
    const { data, run } = await afterUpdate('damaged')
    expect(updatesOf(data, programOf('0.2.0')).settle(AT)).toBe(true)
    expect(await run('recovery.wayBack', {})).toEqual(OK)
  })

  it('stays when the installer before is damaged or may not start', async () => {
    const { data, installer, run } = await afterUpdate('not-opened')
    installer.isAllowed = false
    expect(await run('recovery.goBack', {})).toEqual({ ok: false, problem: { kind: 'not-started' } })
    expect(readSteps(updatesFolder(data)).givenUp).toBeUndefined()
    installer.isAllowed = true
    writeFileSync(join(data, 'updates', '0.1.0', 'loket-slrt-0.2.0-setup.exe'), randomBytes(200_000))
    expect(await run('recovery.goBack', {})).toEqual({ ok: false, problem: { kind: 'installer-damaged' } })
    expect(installer.started).toHaveLength(1)
  })
})

describe('data that a newer version has brought to its form', () => {
  /** A desk whose tables were made newer after a copy was taken; work went on behind the copy. */
  async function newer({ withCopy }: { withCopy: boolean }) {
    const at = await testDesk({ officer: 'front-office', isOwn: true })
    if (withCopy) value(await at.api.backups.make({}))
    const { id } = await givenResident(at.api)
    at.desk.raw.pragma(`user_version = ${NEWEST_VERSION + 1}`)
    await at.close()
    const data = folderOf('newer')
    cpSync(at.data, data, { recursive: true })
    return { data, id }
  }

  it('are put together from the copy before and the journal, and nothing is lost', async () => {
    const { data, id } = await newer({ withCopy: true })
    await expect(testDesk({ folder: data })).rejects.toMatchObject({ reason: 'newer-version' })
    const run = closedRun({ reason: 'newer-version', data, reopen: async () => undefined })
    expect(await run('recovery.restore', {})).toMatchObject({ ok: true, value: { source: 'backup', lost: 0 } })
    const opened = await testDesk({ folder: data })
    await actAs(opened, 'front-office')
    expect(value(await opened.api.residents.get({ residentId: id })).resident.id).toBe(id)
    expect((await checkLog(opened.desk.db, opened.desk.raw)).differences).toEqual([])
  })

  it('are left to the newer version when there is no copy from before', async () => {
    const { data } = await newer({ withCopy: false })
    rmSync(join(data, 'backups'), { recursive: true, force: true })
    const run = closedRun({ reason: 'newer-version', data })
    expect(await run('recovery.restore', {})).toEqual({ ok: false, problem: { kind: 'still-closed', reason: 'newer-version' } })
    await expect(testDesk({ folder: data })).rejects.toMatchObject({ reason: 'newer-version' })
  })
})
