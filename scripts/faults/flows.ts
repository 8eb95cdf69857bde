// What a desk does while its disk fails: each flow begins in a folder of its own that `prepare` has made.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ClosedError } from '#main/database/open'
import type { Desk } from '#main/desk'
import { finishErasing } from '#main/erasure/erasing'
import { adoptKeys, readKeys } from '#main/keys/desk-keys'
import { openWithCode } from '#main/keys/recovery-key'
import { closeDesk } from '#main/open-desk'
import { rebuild } from '#main/recovery/rebuild'
import { updatesOf } from '#main/updates/updates'
import type { DeskApi } from '#shared/contract'
import { phraseOf } from '#shared/erasure/losses'
import { confirmedBy } from '#test/support/confirmed-by'
import { value } from '../answer-value.ts'
import { newLedger } from '../kill-rounds/ledger.ts'
import { actOnce, newOfficer } from '../kill-rounds/officer.ts'
import { inTheOpen } from '../lone-desk.ts'
import { randomFrom } from '../seeded.ts'
import { apiOf, openAt } from './desk-of.ts'
import { prepareDistrict, withDistrict } from './district-of.ts'
import { givenCaseOf, givenDay, givenLetter, personOf, sampleDesk } from './given-work.ts'
import { makeOlder } from './older-tables.ts'
import { handOn, NEWER, program } from './publisher.ts'
import type { Said } from './said-by.ts'

type Answer<T> = { ok: true; value: T } | { ok: false; problem: { kind: string } }

/** How a flow meets its desk; what a refusal means is for whoever tries the flow to say. */
export type Counter = {
  data: string
  open(): Promise<{ desk: Desk; api: DeskApi }>
  /** One call. After a good answer the desk stands for it. Undefined when it was refused. */
  ask<T>(desk: Desk, call: Promise<Answer<T>>, more?: (value: T) => Partial<Said>): Promise<T | undefined>
  close(desk: Desk): Promise<void>
}

export type Flow = {
  /** Makes the folder; gives what the desk stands for already. */
  prepare(data: string): Promise<Said[]>
  run(counter: Counter, size?: { acts: number; seed: number }): Promise<void>
  /** Why a desk may be closed after this flow was cut off: the officer is told so and goes on from there. */
  mayBeClosed?: readonly string[]
  /** It may be gone, and then all of it is. */
  mayBeErased?: true
  /** What must hold of the desk when it was opened again, beyond what it stands for; a sentence when it does not. */
  holds?(desk: Desk, data: string): Promise<string | undefined>
}

const saidBefore = (said: readonly Said[]): Said => said.at(-1) ?? { seq: 0, hash: '' }

const intake: Flow = {
  prepare: async data => [await sampleDesk(data)],
  run: async ({ open, ask, close }) => {
    const { desk, api } = await open()
    const visit = await ask(desk, api.visits.checkIn({ lane: 'general', channel: 'walk-in', purpose: 'Tanya PBI', vulnerableGroup: null }))
    if (visit) await ask(desk, api.visits.serve({ visitId: visit.id }))
    if (visit) await ask(desk, api.visits.saveDraft({ visitId: visit.id, form: 'resident', field: 'name', value: 'Sumar' }))
    const family = { kind: 'new', kk: '3324100101100002', relation: 'head' } as const
    const resident = await ask(desk, api.residents.register({ resident: personOf(7), family, differentFrom: [] }))
    if (visit && resident) {
      await ask(desk, api.visits.addParticipant({ visitId: visit.id, residentId: resident.id, role: 'applicant', relation: null }))
      const opened = await ask(desk, givenCaseOf(api, visit.id, resident.id))
      if (opened) await ask(desk, api.cases.note({ caseId: opened.id, kind: 'contact', text: 'Sudah ditelepon' }))
      if (opened) await ask(desk, api.cases.end({ caseId: opened.id, ending: { kind: 'information', answer: 'Sudah aktif kembali' } }))
    }
    await close(desk)
  }
}

/** A longer day of whatever comes, with a copy now and then: where the power goes at any moment of it. */
const day: Flow = {
  prepare: async data => [await sampleDesk(data)],
  run: async ({ open, ask, close }, { acts, seed } = { acts: 60, seed: 1 }) => {
    const { desk, api } = await open()
    const officer = newOfficer(newLedger(), randomFrom(seed))
    for (let n = 1; n <= acts; n++) {
      await ask(
        desk,
        actOnce(officer, api).then(() => ({ ok: true, value: null }))
      )
      if (n % 20 === 0) await ask(desk, api.backups.make({}), ({ name }) => ({ backup: name }))
    }
    await close(desk)
  }
}

const letter: Flow = {
  prepare: async data => [await sampleDesk(data, givenLetter)],
  run: async ({ open, ask, close }) => {
    const { desk, api } = await open()
    const order = JSON.parse(readFileSync(join(desk.ownFolder('documents'), 'order.json'), 'utf8'))
    const issued = await ask(desk, api.letters.issue(order))
    const printed = issued && (await ask(desk, api.letters.print({ letterId: issued.id, printer: 'Kantor' })))
    if (printed) await ask(desk, api.letters.answerPrint({ attemptId: printed.id, answer: 'printed', reason: null }))
    await close(desk)
  }
}

const backup: Flow = {
  prepare: async data => [await sampleDesk(data, async api => void (await givenDay(api)))],
  run: async ({ open, ask, close }) => {
    const { desk, api } = await open()
    for (const _ of [1, 2]) {
      await ask(desk, api.visits.checkIn({ lane: 'general', channel: 'walk-in', purpose: null, vulnerableGroup: null }))
      await ask(desk, api.backups.make({}), ({ name }) => ({ backup: name }))
    }
    await close(desk)
  }
}

const migration: Flow = {
  prepare: async data => {
    const said = await sampleDesk(data, async api => void (await givenDay(api)))
    await makeOlder(data)
    return [said]
  },
  run: async ({ open, ask, close }) => {
    const { desk, api } = await open()
    await ask(desk, api.visits.checkIn({ lane: 'general', channel: 'walk-in', purpose: null, vulnerableGroup: null }))
    await close(desk)
  }
}

const sync: Flow & Required<Pick<Flow, 'holds'>> = {
  prepare: prepareDistrict,
  run: ({ data, open, ask, close }) =>
    withDistrict(data, async () => {
      const { desk, api } = await open()
      await ask(desk, api.sync.sendNow({}))
      await ask(desk, api.visits.checkIn({ lane: 'general', channel: 'walk-in', purpose: null, vulnerableGroup: null }))
      await ask(desk, api.sync.sendNow({}))
      await close(desk)
    }),
  holds: (desk, data) =>
    withDistrict(data, async () => {
      const status = value(await (await apiOf(desk)).sync.sendNow({}))
      const foreign = desk.raw.prepare('select count(*) from "change" where device <> ?').pluck().get(desk.author.device)
      const wanted = Number(readFileSync(join(data, '../others'), 'utf8'))
      if (status.problem !== null || status.unsent + status.waiting + status.refused > 0)
        return `does not get through: ${JSON.stringify(status)}`
      return foreign === wanted ? undefined : `has ${foreign} of ${wanted} changes of others`
    })
}

/** A new code that is put in force, and the same data opened with it by another account of this computer. */
const code: Flow = {
  mayBeClosed: ['key-unreadable', 'key-missing'],
  prepare: async data => {
    const said = await sampleDesk(data, async api => void (await givenDay(api)))
    const desk = await openAt(data)
    const api = await apiOf(desk)
    const made = value(await api.backups.makeCode({}, await confirmedBy({ api }, 'administrator')))
    value(await api.backups.keepCode({ code: made.code }))
    await closeDesk(desk)
    return [said, { ...said, code: made.code }]
  },
  run: async ({ data, open, ask, close }) => {
    const { desk, api } = await open()
    const made = await ask(desk, api.backups.makeCode({}, await confirmedBy({ api }, 'administrator')), given => ({ nextCode: given.code }))
    const kept = made && (await ask(desk, api.backups.keepCode({ code: made.code }), () => ({ code: made.code })))
    await close(desk)
    if (!kept) return
    for (const name of ['desk.key', 'desk.key.copy']) writeFileSync(join(data, 'keys', name), 'another account')
    const opened = openWithCode(data, made.code)
    // a disk that cannot be read now is asked again later
    if (opened.kind !== 'opened') throw new ClosedError('key-unreadable')
    await adoptKeys(join(data, 'keys'), opened.content, inTheOpen)
    const again = await open()
    await ask(again.desk, again.api.visits.checkIn({ lane: 'general', channel: 'walk-in', purpose: null, vulnerableGroup: null }))
    await close(again.desk)
  }
}

/** A desk with a copy and a code that is erased for good. */
const erase: Flow = {
  mayBeErased: true,
  prepare: async data => {
    const said = await code.prepare(data)
    const desk = await openAt(data)
    const { name } = value(await (await apiOf(desk)).backups.make({}))
    await closeDesk(desk)
    return [...said, { ...saidBefore(said), backup: name }]
  },
  run: async ({ data, open, ask, close }) => {
    const { desk, api } = await open()
    await ask(desk, api.visits.checkIn({ lane: 'general', channel: 'walk-in', purpose: null, vulnerableGroup: null }))
    const losses = await api.erasure.losses({})
    if (losses.ok) {
      const second = await confirmedBy({ api }, 'administrator')
      await ask(desk, api.erasure.erase({ typed: phraseOf(losses.value) }, second), () => ({ isErased: true }))
    }
    await close(desk)
    finishErasing(data)
  }
}

/** A damaged database, the newest whole copy and the journal after it. */
const restore: Flow = {
  mayBeClosed: ['damaged', 'database-missing'],
  prepare: async data => {
    const said = await sampleDesk(data, async api => {
      await givenDay(api)
      value(await api.backups.make({}))
      value(await api.visits.checkIn({ lane: 'general', channel: 'walk-in', purpose: null, vulnerableGroup: null }))
    })
    const file = join(data, 'desk.db')
    const bytes = readFileSync(file)
    bytes.fill(0xaa, 8192, 12_288)
    writeFileSync(file, bytes)
    return [said]
  },
  run: async ({ data, open, ask, close }) => {
    await mend(data)
    const { desk, api } = await open()
    await ask(desk, api.visits.checkIn({ lane: 'general', channel: 'walk-in', purpose: null, vulnerableGroup: null }))
    await close(desk)
  }
}

/** What the recovery screen does when it is asked to. */
export async function mend(data: string): Promise<void> {
  const found = await readKeys(join(data, 'keys'), inTheOpen)
  if (found.kind !== 'found') throw new ClosedError('key-unreadable')
  await rebuild(data, found.keys, Date.now())
}

/** Two versions of the program that come from the district and are installed, one after the other. */
const update: Flow = {
  prepare: async data => [await sampleDesk(data)],
  run: async ({ data, open, ask, close }) => {
    const { desk, api } = await open()
    for (const version of NEWER) {
      await handOn(desk, version)
      const visit = await ask(desk, api.visits.checkIn({ lane: 'general', channel: 'walk-in', purpose: null, vulnerableGroup: null }))
      if (visit) await ask(desk, api.visits.markAbsent({ visitId: visit.id }))
      await ask(desk, api.updates.install({}))
    }
    await close(desk)
    updatesOf(data, { ...program, version: '0.3.0' }).settle(Date.now())
  },
  holds: async desk => {
    await desk.files.retry()
    const offered = desk.updates.ready()
    if (offered && !(await desk.updates.isWhole(offered))) return `offers ${offered.head.version} with an installer that is not whole`
    await handOn(desk, '0.3.0')
    const { ready } = desk.updates.state()
    return ready?.version === '0.3.0' ? undefined : `offers ${ready?.version ?? 'nothing'} after 0.3.0 has come`
  }
}

export const flows = { day, intake, letter, sync, migration, backup, code, erase, restore, update } as const satisfies Record<string, Flow>
export type FlowName = keyof typeof flows
