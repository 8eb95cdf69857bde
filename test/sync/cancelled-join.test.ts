import net from 'node:net'
import { describe, expect, it } from 'vitest'
import { inDistrict } from '#server/database/inside'
import { makeEnrolmentCode } from '#server/devices/make-code'
import { actAs, problem, testDesk, value } from '#test/support/test-desk'
import { command } from '../server/support/command'
import { districtNow, KENDAL, openDistrict, sync } from './support/district'

describe('a join that nobody has confirmed', () => {
  const setUp = async () => {
    const district = await openDistrict()
    const code = (isAutoConfirm = false) => makeEnrolmentCode(district.server, KENDAL, { now: districtNow(), isAutoConfirm })
    const waiting = () => inDistrict(district.server, KENDAL, ({ trx }) => trx.selectFrom('device').select(['code', 'state']).execute())
    return { district, code, waiting }
  }

  it('can be given up, and tried again with another code under the same letter', async () => {
    const { district, code, waiting } = await setUp()
    const desk = await testDesk({ officer: 'manager', isOwn: true })
    expect(value(await desk.api.sync.join({ server: district.address, code: await code() })).link.kind).toBe('joining')
    expect(value(await desk.api.sync.cancelJoin({})).link).toEqual({ kind: 'alone' })
    expect(value(await desk.api.sync.join({ server: district.address, code: await code() })).link.kind).toBe('joining')
    expect(await waiting()).toEqual([{ code: 'A', state: 'unconfirmed' }])
    value(await desk.api.sync.cancelJoin({}))
    expect(value(await desk.api.sync.join({ server: district.address, code: await code(true) })).link.kind).toBe('joined')
    await sync(desk)
  })

  it('cannot be given up once it was confirmed, nor by somebody who may not join', async () => {
    const { district, code } = await setUp()
    const desk = await testDesk({ officer: 'manager', isOwn: true })
    const { link } = value(await desk.api.sync.join({ server: district.address, code: await code() }))
    await actAs(desk, 'front-office')
    expect(problem(await desk.api.sync.cancelJoin({}))).toEqual({ kind: 'not-yours' })
    await actAs(desk, 'manager')
    if (link.kind !== 'joining') throw new Error('it waits for nobody')
    expect((await command({}, 'confirm', link.checkNumber, '--data', district.folder)).code).toBe(0)
    expect(problem(await desk.api.sync.cancelJoin({}))).toEqual({ kind: 'already-joined' })
    expect(value(await desk.api.sync.status({})).link.kind).toBe('joined')
  })
})

it('that was given up without a line while the district confirmed it is taken up again with another code', async () => {
  const district = await openDistrict()
  const desk = await testDesk({ officer: 'manager', isOwn: true })
  const code = await makeEnrolmentCode(district.server, KENDAL, { now: districtNow(), isAutoConfirm: false })
  const { link } = value(await desk.api.sync.join({ server: district.address, code }))
  if (link.kind !== 'joining') throw new Error('it waits for nobody')
  await district.close()
  value(await desk.api.sync.cancelJoin({}))
  expect((await command({}, 'confirm', link.checkNumber, '--data', district.folder)).code).toBe(0)
  await district.open()
  const joined = await desk.api.sync.join({ server: district.address, code: await district.code() })
  expect(value(joined).link).toMatchObject({ kind: 'joined', deskCode: 'A' })
  await sync(desk)
})

it('takes the same code once more when the answer to it was lost on the way, and is let in by it', async () => {
  const district = await openDistrict()
  const line = await losingAnswers(district.address)
  const desk = await testDesk({ officer: 'manager', isOwn: true })
  const wish = { server: line.address, code: await district.code() }
  expect(problem(await desk.api.sync.join(wish))).toEqual({ kind: 'no-line' })
  line.losesNothing()
  expect(value(await desk.api.sync.join(wish)).link).toMatchObject({ kind: 'joined', deskCode: 'A' })
  await line.close()
})

/** A line to a server that carries what is asked and cuts off the answer, until it is told otherwise. */
async function losingAnswers(address: string) {
  let isLosing = true
  const line = net.createServer(near => {
    const far = net.connect(Number(new URL(address).port), '127.0.0.1')
    near.pipe(far)
    far.on('data', bytes => (isLosing ? near.destroy() : near.write(bytes)))
    for (const end of [near, far])
      end
        .on('error', () => undefined)
        .on('close', () => {
          near.destroy()
          far.destroy()
        })
  })
  await new Promise<void>(resolve => line.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(line.address() as net.AddressInfo).port}`,
    losesNothing: () => {
      isLosing = false
    },
    close: () => new Promise(resolve => line.close(resolve))
  }
}

it('keeps two desks that were set up alone under one letter apart, and leaves the code for another', async () => {
  const district = await openDistrict()
  const code = await district.code()
  const first = await testDesk({ officer: 'manager', isOwn: true })
  value(await first.api.sync.join({ server: district.address, code: await district.code() }))
  const second = await testDesk({ officer: 'manager', isOwn: true })
  expect(problem(await second.api.sync.join({ server: district.address, code }))).toEqual({ kind: 'desk-taken', letter: 'A' })
  expect(value(await second.api.sync.status({})).link).toEqual({ kind: 'alone' })
  const further = await testDesk()
  expect(value(await further.api.sync.join({ server: district.address, code })).link).toMatchObject({ kind: 'joined', deskCode: 'B' })
})
