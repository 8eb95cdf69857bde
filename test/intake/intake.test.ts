import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { IntakeInput } from '#shared/intake/intake'
import type { ClosedReason } from '#shared/rpc/call'
import { closedRun } from '#test/support/closed-run'
import { copyOf, folderOf, workedFolder } from '#test/support/folders'
import { actAs, problem, testDesk, testSecrets, value } from '#test/support/test-desk'

const MORNING = Date.UTC(2026, 10, 23, 2, 0)
const OFFICER = 'Rina Petugas'

const person = (fields: Partial<IntakeInput> = {}): IntakeInput => ({
  name: 'Kasiyem Buatan',
  nik: null,
  sex: 'female',
  birthDate: null,
  phone: null,
  address: 'Dusun Krajan, Kebonharjo',
  lane: 'general',
  need: 'BPJS mati',
  ...fields
})

function closedDesk(data: string, reason: ClosedReason = 'damaged', secrets = testSecrets()) {
  let now = MORNING
  const run = closedRun({ reason, data, secrets, now: () => now++ })
  const takeIn = (fields: Partial<IntakeInput> = {}) => run('recovery.takeIn', { officer: OFFICER, person: person(fields) })
  return { run, takeIn }
}

/** The folder of a desk with work in it, whose data stay closed while residents come. */
async function besieged(...people: Partial<IntakeInput>[]) {
  const data = copyOf(await workedFolder())
  const closed = closedDesk(data)
  for (const fields of people) expect(await closed.takeIn(fields)).toMatchObject({ ok: true })
  return { data, ...closed }
}

async function reopened(data: string) {
  const at = await testDesk({ folder: data })
  await actAs(at, 'front-office')
  return at
}

const anew = { residentId: null, differentFrom: [], unsureOf: [] }

describe('the emergency book', () => {
  it('takes residents in while the data stay closed, and gives each a number', async () => {
    const { run, data } = await besieged({}, { name: 'Parjo Buatan', sex: 'male', nik: '3324 1012 0385 0002', phone: '0812 1111 2222' })
    expect(await run('recovery.intake', {})).toEqual({
      ok: true,
      value: {
        lines: [
          { number: 'D-001', at: MORNING, name: 'Kasiyem Buatan' },
          { number: 'D-002', at: MORNING + 1, name: 'Parjo Buatan' }
        ]
      }
    })
    expect(await closedDesk(data).takeIn()).toMatchObject({ ok: true, value: { number: 'D-003' } })
  })

  it('refuses only what the resident form would refuse too, and keeps nothing of it', async () => {
    const { takeIn, run } = closedDesk(folderOf('closed'))
    expect(await takeIn({ nik: '3324' })).toMatchObject({ problem: { kind: 'nik-blocked', blocks: ['not-16-digits'] } })
    expect(await takeIn({ phone: '12' })).toMatchObject({ problem: { kind: 'phone-invalid' } })
    expect(await takeIn({ birthDate: '2126-01-01' })).toMatchObject({ problem: { kind: 'birth-date-in-future' } })
    expect(await takeIn({ name: '' })).toMatchObject({ problem: { kind: 'invalid-input' } })
    expect(await takeIn({ nik: '9999999999999994' })).toMatchObject({ ok: true })
    expect(await run('recovery.intake', {})).toMatchObject({ value: { lines: [{ number: 'D-001' }] } })
  })

  it.each(['damaged', 'database-missing', 'work-missing', 'key-missing', 'key-unreadable', 'newer-version', 'foreign-database'] as const)(
    'is there when the data are closed because of %s',
    async reason => {
      expect(await closedDesk(folderOf('closed'), reason).takeIn()).toMatchObject({ ok: true })
    }
  )

  it('is not there beside an open desk, nor where a key would lie in the open', async () => {
    const data = folderOf('closed')
    expect(await closedDesk(data, 'in-use').takeIn()).toMatchObject({ problem: { kind: 'no-intake' } })
    const open = { ...testSecrets('basic_text'), isRefused: true }
    expect(await closedDesk(data, 'no-keychain', open).takeIn()).toMatchObject({ problem: { kind: 'no-intake' } })
    expect(readdirSync(data)).toEqual([])
    expect(await closedDesk(data).takeIn()).toMatchObject({ ok: true })
    expect(await closedDesk(data, 'damaged', testSecrets('another account')).run('recovery.intake', {})).toMatchObject({
      problem: { kind: 'no-intake' }
    })
  })

  it('[F33] shows nothing of anybody in its bytes, nor beside them', async () => {
    const { data } = await besieged({ name: 'Kenari Buatan', nik: '3324105708900001', need: 'Kenari sakit' })
    for (const file of readdirSync(data, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue
      const text = readFileSync(join(file.parentPath, file.name), 'latin1')
      for (const canary of ['Kenari', '3324105708900001']) expect(text.includes(canary), file.name).toBe(false)
    }
  })
})

describe('the emergency book after the desk has opened again', () => {
  it('[F3] goes into the ordinary log, once, however often it is asked', async () => {
    const { data } = await besieged({}, { name: 'Parjo Buatan', sex: 'male', nik: '3324101203850002', phone: '081211112222' })
    const { api, desk } = await reopened(data)
    expect(value(await api.intake.waiting({}))).toEqual({ count: 2 })
    const before = desk.raw.prepare('select count(*) from visit').pluck().get() as number
    for (const _ of [1, 2, 3]) {
      for (const { id } of value(await api.intake.list({})))
        expect(value(await api.intake.takeOver({ id, ...anew })).state).toMatchObject({ kind: 'taken' })
    }
    expect(desk.raw.prepare('select count(*) from visit').pluck().get()).toBe(before + 2)
    const [first, second] = value(await api.intake.list({}))
    expect([first?.state, second?.state]).toMatchObject([{ kind: 'taken' }, { kind: 'taken' }])
    if (second?.state.kind !== 'taken') throw new Error('not taken')
    const visit = value(await api.visits.get({ visitId: second.state.visitId }))
    expect(visit.visit).toMatchObject({
      arrivedAt: MORNING + 1,
      day: '2026-11-23',
      status: 'waiting',
      purpose: `BPJS mati (D-002, ${OFFICER})`
    })
    const myself = ['applicant', 'concerned'].map(role => ({ name: 'Parjo Buatan', role }))
    expect(visit.participants).toMatchObject(myself)
    const { resident } = value(await api.residents.get({ residentId: second.state.residentId }))
    expect(resident).toMatchObject({ nik: '3324101203850002', phone: '+6281211112222' })
    expect(value(await api.intake.waiting({}))).toEqual({ count: 0 })
    await actAs({ api, desk }, 'manager')
    expect(value(await api.office.checkLog({}))).toMatchObject({ differences: [] })
  })

  it('asks about somebody who may be known, and keeps the visit with the known one', async () => {
    // whom the folder's desk knows already
    const { data } = await besieged(
      { name: 'Siti Aminah Contoh', nik: '3324105708900001' },
      { name: 'Siti Aminah Contoh', birthDate: '1990-08-17' }
    )
    const { api, desk } = await reopened(data)
    const [sameNik, sameName] = value(await api.intake.list({}))
    const taken = problem(await api.intake.takeOver({ id: sameNik?.id ?? '', ...anew }))
    if (taken.kind !== 'nik-taken') throw new Error(taken.kind)
    const card = value(await api.intake.takeOver({ id: sameNik?.id ?? '', ...anew, residentId: taken.residentId }))
    expect(card.state).toMatchObject({ kind: 'taken', residentId: taken.residentId })
    const asked = problem(await api.intake.takeOver({ id: sameName?.id ?? '', ...anew }))
    if (asked.kind !== 'possible-duplicates') throw new Error(asked.kind)
    const differentFrom = asked.candidates.map(({ residentId }) => residentId)
    expect(value(await api.intake.takeOver({ id: sameName?.id ?? '', ...anew, differentFrom })).state).toMatchObject({ kind: 'taken' })
    await actAs({ api, desk }, 'manager')
    expect(value(await api.office.checkLog({}))).toMatchObject({ differences: [] })
  })

  it('keeps what was set aside with its reason, and is forgotten when nothing waits any more', async () => {
    const { data } = await besieged({}, { name: 'Salah Ketik Buatan' })
    const at = await reopened(data)
    const [first, second] = value(await at.api.intake.list({}))
    value(await at.api.intake.takeOver({ id: first?.id ?? '', ...anew }))
    await at.close()
    const next = await reopened(data)
    expect(value(await next.api.intake.waiting({}))).toEqual({ count: 1 })
    await actAs(next, 'manager')
    expect(problem(await next.api.intake.setAside({ id: first?.id ?? '', reason: 'dua kali' }))).toEqual({ kind: 'already-taken' })
    expect(value(await next.api.intake.setAside({ id: second?.id ?? '', reason: 'dua kali' })).state).toEqual({
      kind: 'aside',
      reason: 'dua kali'
    })
    expect(problem(await next.api.intake.takeOver({ id: second?.id ?? '', ...anew }))).toEqual({ kind: 'not-found' })
    await next.close()
    expect(existsSync(join(data, 'darurat'))).toBe(true)
    await reopened(data)
    expect(existsSync(join(data, 'darurat'))).toBe(false)
  })

  it('does not keep a desk closed whose account cannot read it', async () => {
    const data = copyOf(await workedFolder())
    await closedDesk(data, 'key-unreadable', testSecrets('another account')).takeIn()
    rmSync(join(data, 'backups'), { recursive: true })
    const { api } = await reopened(data)
    expect(value(await api.intake.waiting({}))).toEqual({ count: null })
    expect(existsSync(join(data, 'darurat', 'intake.db'))).toBe(true)
  })
})
