import { setImmediate } from 'node:timers/promises'
import type { Comparable } from '#shared/residents/match'
import { type Link, linksAmong } from '#shared/residents/pairs'

/** Records that hang together by links, the surest link first. */
export type Group = { members: number[]; links: Link[]; score: number }

/** Groups of records that may be of one person each; the surest first. `signal` stops it. */
export async function findGroups(people: readonly Comparable[], least = 0, signal?: AbortSignal): Promise<Group[]> {
  return groupsOf((await linksOf(people, () => true, signal)).filter(link => link.score >= least))
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

function groupsOf(links: readonly Link[]): Group[] {
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
  const groups = new Map<number, Group>()
  for (const link of [...links].sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)) {
    const root = rootOf(link.a)
    const group = groups.get(root) ?? { members: [], links: [], score: link.score }
    groups.set(root, group)
    group.links.push(link)
    for (const one of [link.a, link.b]) if (!group.members.includes(one)) group.members.push(one)
  }
  for (const group of groups.values()) group.members.sort((x, y) => x - y)
  return [...groups.values()].sort((x, y) => y.score - x.score || (x.members[0] ?? 0) - (y.members[0] ?? 0))
}
