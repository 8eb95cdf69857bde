import type { LoggedOp } from '#shared/changes/op'
import type { ServerView } from './storage'
import { Violation } from './violation'
import type { World } from './world'

/** I3: a number that is on a paper belongs to one letter, and what was given to two is seen by a person. */
export function checkNumbers(world: World, disk: ServerView): void {
  const { promises } = world
  const { lost, doubled, unaskable } = promises
  const standing = new Map([...disk.kept.values()].map(kept => [kept.change.at.mono, kept]))
  const byNumber = new Map<string, typeof promises.printed>()
  for (const printed of promises.printed) {
    world.counts.numbers++
    byNumber.set(printed.number, [...(byNumber.get(printed.number) ?? []), printed])
  }
  for (const [number, printed] of byNumber) {
    if (printed.length < 2) continue
    const alive = printed.filter(({ act }) => !lost.has(act))
    if (alive.length < 2) continue
    if (!unaskable.has(number) && !alive.every(({ device }) => doubled.has(device)))
      throw new Violation('I3', `${number} is on ${alive.length} papers`)
    const fed = alive.filter(({ act }) => standing.get(act)?.state === 'fed')
    if (fed.length > 1) throw new Violation('I3', `${number} is on ${alive.length} papers and nobody was told`)
  }
  const rows = [...disk.rows].filter(([key]) => key.startsWith('letter/'))
  const letters = rows.map(([, { fields }]) => String(fields.number))
  const neverInForce = new Set(
    [...disk.kept.values()].flatMap(({ change }) => change.ops.filter(isVoidFromBeginning).map(({ id }) => `letter/${id}`))
  )
  const once = rows.filter(([key]) => !neverInForce.has(key)).map(([, { fields }]) => String(fields.number))
  if (new Set(once).size < once.length) throw new Violation('I3', `one number has two letters: ${once}`)
  for (const { act, number } of promises.printed) {
    const kept = standing.get(act)
    if (kept?.state === 'fed' && !letters.includes(number)) throw new Violation('I3', `${number} has no letter any more`)
  }
}

/** SPEC N5: such a letter says of a paper that it is void, and has no number of its own. */
const isVoidFromBeginning = (op: LoggedOp): boolean =>
  op.type === 'create' && op.entity === 'letter' && (op as LoggedOp & { fields: { status: string } }).fields.status === 'void'
