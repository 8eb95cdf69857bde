import { type ActName, acts } from './acts'
import { LINE_TROUBLES } from './line'
import type { Random } from './random'

const MISHAPS = [
  'backUp',
  'rollBack',
  'rollBackSilently',
  'restore',
  'clone',
  'stopDesk',
  'stopAtWrite',
  'fullAtWrite',
  'backUpServer',
  'restoreServer',
  'rollBackServer',
  'stopServer',
  'clock',
  'offline',
  'online',
  'revoke',
  'newer',
  'replay'
] as const
export type Mishap = (typeof MISHAPS)[number]

/** One thing that happens. Its numbers are taken modulo what there is, so that a list with some of them left out is a story too. */
export type Action = { k: ActName | Mishap | 'talk' | 'together'; d: number; a: number; b: number }

const WEIGHTS: Readonly<Record<Action['k'], number>> = {
  register: 4,
  editLow: 10,
  editIdentity: 12,
  openCase: 4,
  moveCase: 12,
  close: 8,
  reopen: 6,
  finishVisit: 2,
  note: 4,
  check: 2,
  addProgramme: 5,
  editFixed: 1,
  letter: 14,
  newBook: 1,
  voidLetter: 3,
  merge: 6,
  unmerge: 4,
  remove: 3,
  resolve: 6,
  later: 3,
  appoint: 3,
  poison: 3,
  trespass: 2,
  mend: 4,
  withdraw: 2,
  talk: 42,
  together: 12,
  backUp: 4,
  rollBack: 3,
  rollBackSilently: 2,
  restore: 2,
  clone: 1,
  stopDesk: 2,
  stopAtWrite: 3,
  fullAtWrite: 2,
  backUpServer: 3,
  restoreServer: 2,
  rollBackServer: 2,
  stopServer: 2,
  clock: 3,
  offline: 2,
  online: 3,
  revoke: 0.3,
  newer: 1,
  replay: 2
}

const NAMES = Object.keys(WEIGHTS) as Action['k'][]
const TOTAL = NAMES.reduce((sum, name) => sum + WEIGHTS[name], 0)

function nameAt(point: number): Action['k'] {
  let left = point
  for (const name of NAMES) {
    left -= WEIGHTS[name]
    if (left < 0) return name
  }
  return 'talk'
}
/** The weights as a table, so that a draw is one step. */
const TABLE = Array.from({ length: 2048 }, (_, i) => nameAt(((i + 0.5) * TOTAL) / 2048))

export function drawActions(random: Random): Action[] {
  const length = 8 + random.below(53)
  return Array.from({ length }, () => ({
    k: TABLE[random.below(2048)] as Action['k'],
    d: random.below(12),
    a: random.below(1000),
    b: random.below(1000)
  }))
}

/** Half of all conversations go well; the other half have one of the troubles, somewhere in their first messages. */
export const troubleOf = ({ a, b }: Action): { kind: (typeof LINE_TROUBLES)[number]; at: number } | undefined => {
  const kind = LINE_TROUBLES[a % (2 * LINE_TROUBLES.length)]
  return kind && { kind, at: b % 12 }
}

export const isAct = (name: Action['k']): name is ActName => Object.hasOwn(acts, name)

/** A line that a person can read. */
export function inWords(action: Action, desks: number): string {
  const who = `desk ${String.fromCharCode(65 + (action.d % desks))}`
  const trouble = troubleOf(action)
  if (action.k === 'talk') return `${who} talks to the server${trouble ? ` (${trouble.kind}, at ${trouble.at})` : ''}`
  if (action.k === 'together') return `${who} and others talk to the server at once`
  return `${who}: ${action.k} [${action.a}, ${action.b}]`
}
