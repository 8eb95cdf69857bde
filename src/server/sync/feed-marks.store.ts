import { feedDigest } from '#shared/sync/feed-digest'
import type { Inside } from '../database/tables'

/** Notes what the feed comes to at its new end, inside the transaction that gives it that end. */
export async function markFeed(inside: Inside, last: number): Promise<void> {
  const digest = await digestFrom(inside, await lastMark(inside, last), last)
  const { trx, district } = inside
  await trx
    .insertInto('feedMark')
    .values({ district, feed: last, digest: digest ?? '' })
    .execute()
}

/** What the feed comes to up to a number; undefined beyond its end. SPEC S8. */
export async function findDigestAt(inside: Inside, feed: number): Promise<string | undefined> {
  const mark = await lastMark(inside, feed)
  if (mark.feed === feed && mark.digest !== null) return mark.digest
  const hashes = await hashesBetween(inside, mark.feed, feed)
  return mark.feed + hashes.length === feed ? (fold(mark.digest, hashes) ?? undefined) : undefined
}

type Mark = { feed: number; digest: string | null }

async function digestFrom(inside: Inside, mark: Mark, last: number): Promise<string | null> {
  return fold(mark.digest, await hashesBetween(inside, mark.feed, last))
}

const fold = (digest: string | null, hashes: readonly string[]): string | null => hashes.reduce<string | null>(feedDigest, digest)

async function lastMark({ trx, district }: Inside, upTo: number): Promise<Mark> {
  const found = await trx
    .selectFrom('feedMark')
    .select(['feed', 'digest'])
    .where('district', '=', district)
    .where('feed', '<=', upTo)
    .orderBy('feed', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found ?? { feed: 0, digest: null }
}

async function hashesBetween({ trx, district }: Inside, after: number, upTo: number): Promise<string[]> {
  const found = await trx
    .selectFrom('change')
    .select('hash')
    .where('district', '=', district)
    .where('feed', '>', after)
    .where('feed', '<=', upTo)
    .orderBy('feed')
    .execute()
  return found.map(({ hash }) => hash)
}
