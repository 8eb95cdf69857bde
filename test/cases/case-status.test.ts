import { describe, expect, it } from 'vitest'
import { CASE_STATUSES, type CaseStatus, caseMachine } from '#shared/cases/case-status'
import { isEnding, type Machine, mayMove } from '#shared/changes/machine'
import { LETTER_STATUSES, letterMachine, PRINT_STATUSES, printMachine } from '#shared/letters/issued-letter'
import { REFERRAL_STATUSES, referralMachine } from '#shared/referrals/referral-status'
import { VISIT_STATUSES, visitMachine } from '#shared/visits/visit'

const machines: [string, Machine<string>, readonly string[], string, string[]][] = [
  ['visit', visitMachine, VISIT_STATUSES, 'waiting', ['done']],
  ['case', caseMachine, CASE_STATUSES, 'registered', ['resolved', 'rejected', 'cancelled', 'duplicate', 'invalid']],
  ['referral', referralMachine, REFERRAL_STATUSES, 'draft', ['declined', 'completed', 'returned', 'cancelled']],
  ['letter', letterMachine, LETTER_STATUSES, 'issued', ['void']],
  ['print', printMachine, PRINT_STATUSES, 'sending', ['printed', 'failed', 'cancelled']]
]

describe.each(machines)('the table of a %s', (_, machine, states, first, endings) => {
  it('names every state, and only states', () => {
    expect(Object.keys(machine).sort()).toEqual([...states].sort())
    for (const next of Object.values(machine).flat()) expect(states).toContain(next)
  })

  it('lets every state be reached from the first', () => {
    const reached = new Set([first])
    for (const state of reached) for (const next of machine[state] ?? []) reached.add(next)
    expect([...reached].sort()).toEqual([...states].sort())
  })

  it('ends exactly where it should, and an end can be reached from everywhere', () => {
    expect(states.filter(state => isEnding(machine, state)).sort()).toEqual([...endings].sort())
    for (const state of states) {
      const reached = new Set([state])
      for (const at of reached) for (const next of machine[at] ?? []) reached.add(next)
      expect(
        [...reached].some(one => endings.includes(one)),
        state
      ).toBe(true)
    }
  })

  it('has no move from a state to itself, and none twice', () => {
    for (const [state, next] of Object.entries(machine)) {
      expect(mayMove(machine, state, state)).toBe(false)
      expect(new Set(next).size).toBe(next.length)
    }
  })
})

it('lets an open case be closed, and an owner take it back into hand, from everywhere', () => {
  const open = CASE_STATUSES.filter(status => !isEnding(caseMachine, status))
  for (const status of open) expect(mayMove(caseMachine, status, 'resolved'), status).toBe(true)
  const handled: CaseStatus[] = open.filter(status => status !== 'in-process')
  for (const status of handled) expect(mayMove(caseMachine, status, 'in-process'), status).toBe(true)
})
