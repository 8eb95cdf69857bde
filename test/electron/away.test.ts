import { expect, it, vi } from 'vitest'
import type { Announcement } from '#shared/rpc/events'
import { folderOf } from '#test/support/folders'
import { openProgram } from '#test/support/program-run'

const { powerMonitor } = await import('#test/fakes/electron')
vi.mock('electron', () => import('#test/fakes/electron'))
const { whenAway } = await import('#main/electron/away')

const PIN = '123456'

/** The desk as the program opens it, with an officer at it; the computer can say something. */
async function withOfficer() {
  const announced: Announcement[] = []
  const desk = await openProgram(folderOf('away'), { whenAway, announce: one => announced.push(one) })
  await desk.ask('office.setUpSample')
  const [officer] = (await desk.ask('officers.list')).value as { id: string }[]
  await desk.ask('officers.signIn', { officerId: officer?.id, pin: PIN })
  return { ...desk, announced }
}

it.each(['suspend', 'lock-screen'])('[F31] the desk locks at once when the computer says %s, and tells the screen', async sign => {
  const { ask, announced, close } = await withOfficer()
  expect((await ask('officers.me')).value).toMatchObject({ isLocked: false })
  powerMonitor.emit(sign)
  expect((await ask('officers.me')).value).toMatchObject({ isLocked: true })
  expect(await ask('cases.board')).toEqual({ ok: false, problem: { kind: 'locked' } })
  expect(announced).toContainEqual({ kind: 'session-changed' })
  powerMonitor.removeAllListeners()
  await close()
})
