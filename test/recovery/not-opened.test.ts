import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { noScreens } from '#main/screens/screens'
import { folderOf } from '#test/support/folders'
import { openProgram } from '#test/support/program-run'
import { REFERENCE_FILE } from '#test/support/reference-file'

it('says that it could not open the data where it fails in a way that it does not know, and goes on when that has passed', async () => {
  const data = folderOf('not-opened')
  const referenceFile = join(data, 'reference.db')
  new Database(referenceFile).exec('create table other (n)').close()
  const { ask, close } = await openProgram(data, { referenceFile })
  expect((await ask('office.state')).value).toEqual({ kind: 'closed', reason: 'not-opened', dataFolder: data })
  expect(readFileSync(join(data, 'logs', 'desk.log'), 'utf8')).toMatch(/^.*[0-9a-f]{8} open .+$/m)
  expect(await ask('recovery.tryAgain')).toEqual({ ok: false, problem: { kind: 'still-closed', reason: 'not-opened' } })
  copyFileSync(REFERENCE_FILE, referenceFile)
  expect(await ask('recovery.tryAgain')).toEqual({ ok: true, value: null })
  expect((await ask('office.state')).value).toMatchObject({ kind: 'new' })
  await close()
})

it('lets go of what it had opened when it fails only then', async () => {
  let isBroken = true
  const screens = {
    ...noScreens,
    onAnswer: () => {
      if (isBroken) throw new Error('no window')
    }
  }
  const { ask, close } = await openProgram(folderOf('half-opened'), { screens })
  expect((await ask('office.state')).value).toMatchObject({ kind: 'closed', reason: 'not-opened' })
  isBroken = false
  expect(await ask('recovery.tryAgain')).toEqual({ ok: true, value: null })
  await close()
})
