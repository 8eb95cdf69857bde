import type { LoggedOp } from '#shared/changes/op'
import type { Plant } from '../plant'

/** What people and programs around the protocol could get wrong. */
export const habitPlants: readonly Plant[] = [
  {
    name: 'restore-keeps-epoch',
    sentence: 'a restored desk writes on under the names it has used before, and numbers letters at once',
    rule: 'N2',
    habits: { restoreBeginsEpoch: false, restoreHoldsNumbers: false }
  },
  {
    name: 'restore-numbers-at-once',
    sentence: 'a restored desk numbers letters before it has seen the feed',
    rule: 'N2',
    habits: { restoreHoldsNumbers: false }
  },
  { name: 'no-journal', sentence: 'there is no journal to bring back what a disk lost', rule: 'D1', habits: { keepsJournal: false } },
  {
    name: 'numbering-unheeded',
    sentence: 'letters are numbered whatever the desk knows of its past',
    rule: 'N2',
    habits: { heedsNumbering: false }
  },
  {
    name: 'highest-plus-one',
    sentence: 'a letter takes the highest number that the desk has seen, plus one, in one book for all',
    rule: 'N1',
    act(act, desk) {
      const seen = [...desk.store.disk.rows].filter(([key]) => key.startsWith('letter/')).map(([, { fields }]) => Number(fields.sequence))
      const sequence = Math.max(0, ...seen) + 1
      return {
        ...act,
        ops: act.ops.map(op => (isLetter(op) ? { ...op, fields: { ...op.fields, sequence, number: `${sequence}/A` } } : op))
      }
    }
  },
  {
    name: 'withdrawal-frees-number',
    sentence: 'the number of a letter that is taken back is given again',
    rule: 'N4',
    act: act => (act.replaces === undefined ? act : { ...act, ops: act.ops.filter(op => op.entity !== 'letterBook') })
  }
]

const isLetter = (op: LoggedOp): op is Extract<LoggedOp, { type: 'create' }> => op.type === 'create' && op.entity === 'letter'
