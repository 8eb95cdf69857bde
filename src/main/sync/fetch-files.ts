import { FILE_PIECE, FileList, type Manifest, pieceAt } from '#shared/sync/district-file'
import { openManifest } from '#wire/district-file'
import type { Desk } from '../desk'
import { keyFrom } from './desk-ports'
import type { DistrictFiles } from './district-files'
import { getHere } from './here.store'
import type { Line } from './http-line'
import { jsonOf, signedCall } from './signed-call'

/** A call brings about as many pieces as come in this time; fewer where the line is slow, so that a cut costs little. */
const CALL_MS = 3_000
const MOST_PIECES = 12

type Caller = Pick<Desk, 'db' | 'author' | 'monotonic'>

/** Asks which files the district has; false where it did not say. What it did not sign is as if it had not come. SPEC R1. */
export async function askForFiles(desk: Caller, line: Pick<Line, 'request'>, files: DistrictFiles): Promise<boolean> {
  const { district, districtKey } = await getHere(desk.db)
  if (!district || !districtKey) return false
  const answer = await signedCall(desk, line, 'GET', '/v1/files')
  const said = answer.status === 200 ? FileList.safeParse(jsonOf(answer.body)) : undefined
  if (!said?.success) return false
  const key = keyFrom(Buffer.from(districtKey, 'base64'))
  for (const signed of said.data.files) {
    const manifest = openManifest(signed, district, key)
    if (manifest) await files.offer(signed, manifest)
  }
  return true
}

/**
 * Fetches what is wanted, a few pieces a call, each call from where the one before ended, until `mayGoOn` says that something else goes first.
 * Throws when the line fails; what came is kept. `stuck`: the server gives what its district did not sign, or no longer has it.
 */
export async function fetchFiles(
  desk: Caller,
  line: Pick<Line, 'request'>,
  files: DistrictFiles,
  mayGoOn: () => boolean
): Promise<'done' | 'put-off' | 'stuck'> {
  let atOnce = 1
  for (let wanted = await files.wanted(); wanted; wanted = await files.wanted()) {
    if (!mayGoOn()) return 'put-off'
    const { manifest, piece } = wanted
    const startedAt = desk.monotonic()
    const bytes = await callFor(desk, line, manifest, piece, Math.min(wanted.upTo, piece + atOnce))
    if (!bytes || !(await takeAll(files, manifest, piece, bytes))) return 'stuck'
    atOnce = desk.monotonic() - startedAt < CALL_MS ? Math.min(MOST_PIECES, atOnce * 2) : Math.max(1, atOnce >> 1)
  }
  return 'done'
}

async function callFor(
  desk: Caller,
  line: Pick<Line, 'request'>,
  manifest: Manifest,
  piece: number,
  upTo: number
): Promise<Uint8Array | undefined> {
  const [{ from }, { to }] = [pieceAt(manifest, piece), pieceAt(manifest, upTo - 1)]
  const headers = { range: `bytes=${from}-${to - 1}` }
  const answer = await signedCall(desk, line, 'GET', `/v1/blobs/${manifest.hash}`, { headers })
  return answer.status === 206 && answer.body.length === to - from ? answer.body : undefined
}

async function takeAll(files: DistrictFiles, { hash }: Manifest, first: number, bytes: Uint8Array): Promise<boolean> {
  for (let at = 0; at < bytes.length; at += FILE_PIECE) {
    const taken = await files.take(hash, first + at / FILE_PIECE, bytes.subarray(at, at + FILE_PIECE))
    if (taken === 'not-wanted') return true
    if (taken !== 'taken') return false
  }
  return true
}
