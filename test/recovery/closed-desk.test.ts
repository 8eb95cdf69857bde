import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { writeMark } from '#main/erasure/mark'
import type { ClosedReason } from '#shared/rpc/call'
import { channels } from '#shared/rpc/channels'
import { closedRun } from '#test/support/closed-run'
import { folderOf } from '#test/support/folders'

const all = Object.entries(channels).flatMap(([feature, calls]) => calls.map(call => `${feature}.${call}`))

function closedDesk(reason: ClosedReason, opens: ClosedReason | 'open' = reason) {
  const data = folderOf('closed')
  const reopened: string[] = []
  const reopen = async () => {
    reopened.push(reason)
    return opens === 'open' ? undefined : opens
  }
  const run = closedRun({ reason, data, reopen })
  return { run, data, reopened }
}

it('answers with the reason alone, but for its state and the ways out', async () => {
  const { run, data, reopened } = closedDesk('damaged')
  expect(await run('office.state', {})).toEqual({ ok: true, value: { kind: 'closed', reason: 'damaged', dataFolder: data } })
  for (const channel of all.filter(one => !['office.state', 'screens.state'].includes(one) && !one.startsWith('recovery.')))
    expect(await run(channel, {})).toEqual({ ok: false, problem: { kind: 'desk-closed', reason: 'damaged' } })
  expect(await run('recovery.toString', {})).toMatchObject({ ok: false, problem: { kind: 'desk-closed' } })
  expect(await run('recovery.restore', 'junk')).toEqual({ ok: false, problem: { kind: 'invalid-input', fields: [] } })
  expect(reopened).toEqual([])
})

it('lets a kiosk be left, where nobody can sign in to do so', async () => {
  let left = 0
  const reopen = async () => undefined
  const screens = { isKiosk: true, leave: () => void left++ }
  const run = closedRun({ reason: 'damaged', data: folderOf('kiosk'), screens, reopen })
  expect(await run('screens.state', {})).toEqual({ ok: true, value: { isKiosk: true, hasVisitor: false, showing: 'idle' } })
  expect(await run('screens.leaveKiosk', {})).toEqual({ ok: true, value: null })
  expect(left).toBe(1)
})

it('tries to open again when it is asked to', async () => {
  expect(await closedDesk('in-use').run('recovery.tryAgain', {})).toEqual({
    ok: false,
    problem: { kind: 'still-closed', reason: 'in-use' }
  })
  const { run, reopened } = closedDesk('in-use', 'open')
  expect(await run('recovery.tryAgain', {})).toEqual({ ok: true, value: null })
  expect(reopened).toHaveLength(1)
})

it.each<ClosedReason>([
  'in-use',
  'foreign-database',
  'key-missing',
  'key-unreadable',
  'no-keychain',
  'disk-full',
  'no-access',
  'erased',
  'not-erased'
])('never makes the database anew because of %s', async reason => {
  const { run, reopened } = closedDesk(reason)
  expect(await run('recovery.restore', {})).toEqual({ ok: false, problem: { kind: 'nothing-to-restore' } })
  expect(reopened).toEqual([])
})

it('makes nothing anew without the key, even when the database is damaged', async () => {
  const { run } = closedDesk('damaged')
  expect(await run('recovery.restore', {})).toEqual({ ok: false, problem: { kind: 'still-closed', reason: 'key-unreadable' } })
})

it('takes nobody in where all is erased, and lets only that PC be set up anew', async () => {
  for (const reason of ['erased', 'not-erased'] as const) {
    const { run, data } = closedDesk(reason)
    expect(await run('recovery.intake', {})).toEqual({ ok: false, problem: { kind: 'no-intake' } })
    expect(readdirSync(data)).toEqual([])
  }
  const mark = { at: 7, deskCode: 'B', district: 'Kendal', isTold: false, secondJournal: '/mnt/x', isDone: true, left: ['/tmp/y'] }
  for (const reason of ['damaged', 'key-missing', 'not-erased'] as const) {
    const { run, data } = closedDesk(reason)
    writeMark(data, mark)
    expect(await run('recovery.beginAnew', {})).toEqual({ ok: false, problem: { kind: 'still-closed', reason } })
    expect(readdirSync(data)).toHaveLength(1)
  }
  const { run, data, reopened } = closedDesk('erased', 'open')
  writeMark(data, mark)
  const said = { at: 7, deskCode: 'B', district: 'Kendal', isTold: false, left: ['/mnt/x', '/tmp/y'] }
  expect(await run('recovery.erased', {})).toEqual({ ok: true, value: said })
  expect(await run('recovery.beginAnew', {})).toEqual({ ok: true, value: null })
  expect(readdirSync(data)).toEqual([])
  expect(reopened).toHaveLength(1)
  expect(await closedDesk('damaged').run('recovery.erased', {})).toEqual({ ok: false, problem: { kind: 'not-found' } })
})
