import { setImmediate } from 'node:timers/promises'
import type { Comparable } from '#shared/residents/match'
import { type Link, linksAmong } from '#shared/residents/pairs'

/** Records that hang together by links, the surest link first. */
export type Group = { members: number[]; links: Link[]; score: number }

/** Groups of records that may be of one person each; the surest first. `signal` stops it. */
export async function findGroups(people: readonly Comparable[], least = 0, signal?: AbortSignal): Promise<Group[]> {
  return groupsOf(
    people,
    (await linksOf(people, () => true, signal)).filter(link => link.score >= least)
  )
}

/** For each record of the first list those of the second that may be the same person. */
export async function findBetween(
  list: readonly Comparable[],
  known: readonly Comparable[],
  least = 0,
  signal?: AbortSignal
): Promise<Link[]> {
  const isAcross = (a: number, b: number): boolean => a < list.length !== b < list.length
  const links = await linksOf([...list, ...known], isAcross, signal)
  return links
    .filter(link => link.score >= least)
    .map(({ a, b, ...match }) => ({ ...match, a: Math.min(a, b), b: Math.max(a, b) - list.length }))
    .sort((x, y) => y.score - x.score || x.a - y.a)
}

async function linksOf(people: readonly Comparable[], isAsked: (a: number, b: number) => boolean, signal?: AbortSignal): Promise<Link[]> {
  const links: Link[] = []
  for (const link of linksAmong(people, isAsked)) {
    if (link) links.push(link)
    else {
      await setImmediate()
      signal?.throwIfAborted()
    }
  }
  return links
}

/**
 * What hangs together by surer links is a group. People of whom nothing but one name and village is written down join it too, unless they would
 * bring together people of whom more is written down and differs: then with each of those they are a group of their own.
 */
function groupsOf(people: readonly Comparable[], links: readonly Link[]): Group[] {
  const isBridge = (link: Link): boolean =>
    link.evidence.every(step => step === 'same-name-village') && [link.a, link.b].some(at => isWrittenDown(people[at]))
  const bridges = links.filter(isBridge)
  const surer = rootsOf(links.filter(link => !isBridge(link)))
  const whole = rootsOf(links)
  const torn = tornOf(people, bridges, surer, whole)
  const keyOf = (link: Link): string => {
    if (!torn.has(whole(link.a))) return `${whole(link.a)}`
    const [x, y] = [surer(link.a), surer(link.b)]
    return isBridge(link) ? `${whole(link.a)} ${Math.min(x, y)} ${Math.max(x, y)}` : `${whole(link.a)} ${x}`
  }
  const groups = new Map<string, Group>()
  for (const link of [...links].sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)) {
    const key = keyOf(link)
    const group = groups.get(key) ?? { members: [], links: [], score: link.score }
    groups.set(key, group)
    group.links.push(link)
    for (const one of [link.a, link.b]) if (!group.members.includes(one)) group.members.push(one)
  }
  for (const group of groups.values()) group.members.sort((x, y) => x - y)
  return [...groups.values()].sort((x, y) => y.score - x.score || (x.members[0] ?? 0) - (y.members[0] ?? 0))
}

/** The first of all records that hang together with one by these links. */
function rootsOf(links: readonly Link[]): (one: number) => number {
  const parent = new Map<number, number>()
  const rootOf = (one: number): number => {
    let at = one
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up
    parent.set(one, at)
    return at
  }
  for (const { a, b } of links) {
    const [x, y] = [rootOf(a), rootOf(b)]
    parent.set(Math.max(x, y), Math.min(x, y))
  }
  return rootOf
}

const isWrittenDown = (person: Comparable | undefined): boolean => Boolean(person?.birthDate ?? person?.nik)

/** The roots of those wholes that hold together, over bridges alone, people with another birth date or another NIK. */
function tornOf(
  people: readonly Comparable[],
  bridges: readonly Link[],
  surer: (one: number) => number,
  whole: (one: number) => number
): Set<number> {
  const firsts = new Map<string, { value: string; root: number }>()
  const torn = new Set<number>()
  for (const at of new Set(bridges.flatMap(({ a, b }) => [a, b]))) {
    for (const sign of ['birthDate', 'nik'] as const) {
      const value = people[at]?.[sign]
      if (!value) continue
      const key = `${sign} ${whole(at)}`
      const first = firsts.get(key) ?? { value, root: surer(at) }
      firsts.set(key, first)
      if (first.value !== value && first.root !== surer(at)) torn.add(whole(at))
    }
  }
  return torn
}
