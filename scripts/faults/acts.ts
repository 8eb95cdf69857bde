// Single acts of a desk that is open already: short enough to let every one of their calls to the disk fail.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { closeDesk } from '#main/open-desk'
import { confirmedBy } from '#test/support/confirmed-by'
import { value } from '../answer-value.ts'
import { apiOf, openAt } from './desk-of.ts'
import { withDistrict } from './district-of.ts'
import { type Flow, flows } from './flows.ts'
import type { Said } from './said-by.ts'

const visit: Flow = {
  prepare: flows.intake.prepare,
  run: async ({ open, ask, close }) => {
    const { desk, api } = await open()
    await ask(desk, api.visits.checkIn({ lane: 'general', channel: 'walk-in', purpose: 'Tanya PBI', vulnerableGroup: null }))
    await close(desk)
  }
}

/** The day is over, and whoever closed it leaves: the access log is sealed. */
const dayEnd: Flow = {
  prepare: flows.intake.prepare,
  run: async ({ open, ask, close }) => {
    const { desk, api } = await open()
    await ask(desk, api.cases.closeDay({}))
    await ask(desk, api.officers.signOut({}))
    await close(desk)
  }
}

const issue: Flow = {
  prepare: flows.letter.prepare,
  run: async ({ open, ask, close }) => {
    const { desk, api } = await open()
    await ask(desk, api.letters.issue(JSON.parse(readFileSync(join(desk.ownFolder('documents'), 'order.json'), 'utf8'))))
    await close(desk)
  }
}

/** What another desk wrote is fetched and taken into the tables. */
const apply: Flow = {
  prepare: flows.sync.prepare,
  holds: flows.sync.holds,
  run: ({ data, open, ask, close }) =>
    withDistrict(data, async () => {
      const { desk, api } = await open()
      await ask(desk, api.sync.sendNow({}))
      await close(desk)
    })
}

/** A new recovery code, which is on paper, takes the place of the one before. */
const newCode: Flow = {
  prepare: async data => {
    const said = await flows.code.prepare(data)
    const desk = await openAt(data)
    const api = await apiOf(desk)
    const { code } = value(await api.backups.makeCode({}, await confirmedBy({ api }, 'administrator')))
    await closeDesk(desk)
    writeFileSync(join(data, '../new-code'), code)
    return [...said, { ...(said.at(-1) as Said), nextCode: code }]
  },
  run: async ({ data, open, ask, close }) => {
    const code = readFileSync(join(data, '../new-code'), 'utf8')
    const { desk, api } = await open()
    await ask(desk, api.backups.keepCode({ code }), () => ({ code }))
    await close(desk)
  }
}

export const acts = { visit, dayEnd, issue, apply, newCode } as const satisfies Record<string, Flow>
export type ActName = keyof typeof acts
