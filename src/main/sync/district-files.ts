import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DISTRICT_FILES, type DistrictFileName, type Manifest, piecesIn, type SignedManifest } from '#shared/sync/district-file'
import type { FileStanding, FileTrouble } from '#shared/sync/sync.contract'
import { isPiece } from '#wire/district-file'
import { isDiskFull } from '../disk-full'
import { oneAtATime } from '../in-turn'
import {
  beginComing,
  type Coming,
  goOn,
  isAsSent,
  isComplete,
  isGivenUp,
  isPart,
  type PiecesWanted,
  runFrom,
  sizeOf,
  standingOf
} from './coming-file'
import { differenceChain } from './difference-chain'
import { type Kept, readNote, writeNote } from './file-notes'
import { roomIn } from './file-room'
import { type SealedFile, sealedPieces } from './sealed-pieces'

/** A file that is here whole. */
export type HeldFile = ReadableFile & { sealed: SealedFile }
export type ReadableFile = { manifest: Manifest; read(): AsyncIterable<Uint8Array> }
/** What takes a file into service; the one before stays in service unless it says `taken`. */
export type FileTaker = (file: HeldFile) => Promise<'taken' | Exclude<FileTrouble, 'disk-full'>>

/** What a file of the district is to this desk: what it brings is in service here already, it can be used, or it was made for other desks. */
export type FileFit = 'here' | 'fits' | 'unfit'

export type DistrictFiles = {
  /** What the district says there is, its signature found good. What is older than what is here, or the same, is left aside. SPEC R3. */
  offer(signed: SignedManifest, manifest: Manifest): Promise<void>
  /** The next piece that is wanted, of the smallest file first, and up to but not with which one those behind it are wanted too. */
  wanted(): Promise<{ manifest: Manifest; piece: number; upTo: number } | undefined>
  /** Takes that piece. With the last one the file is checked as a whole and goes into service, or the one before stays. SPEC R4. */
  take(hash: string, piece: number, bytes: Uint8Array): Promise<'taken' | 'not-wanted' | 'damaged' | 'disk-full'>
  /** Offers those that have come to their end to whoever takes them into service; a newer program may do so now. */
  retry(): Promise<void>
  /** A file that was taken, or given up, is on its way once more: this desk wants something else of it now. */
  renew(name: DistrictFileName): Promise<void>
  standings(): FileStanding[]
  /** Of which villages it takes a registry; null for all. */
  villages(): readonly string[] | null
  held(name: DistrictFileName): HeldFile | undefined
}

type Slot = { held: Kept | undefined; next: Coming | undefined }

export type FilesPlace = {
  folder: string
  /** What this desk seals them with. */
  secret: Uint8Array
  takers: Partial<Record<DistrictFileName, FileTaker>>
  /** What of all that a district hands out has any use here; without it all. */
  names?: readonly DistrictFileName[]
  /** The villages whose people this desk holds of a registry; null, or without it, for all. */
  villages?: () => readonly string[] | null
  /** Without it a desk wants all of every file. */
  wantedOf?: PiecesWanted
  /** Without it every file can be used. */
  fitOf?: (manifest: Manifest) => FileFit
  changed(): void
  freeBytes?: (folder: string) => Promise<number>
}

const asTrouble = (outcome: Awaited<ReturnType<FileTaker>>): FileTrouble | null => (outcome === 'taken' ? null : outcome)

/** Opens the folder in which this desk keeps what its district has handed to it. What was broken off goes on where it was. */
export async function districtFiles({
  folder,
  secret,
  takers,
  names = DISTRICT_FILES,
  villages = () => null,
  wantedOf = async manifest => piecesIn(manifest),
  fitOf = () => 'fits',
  changed,
  freeBytes
}: FilesPlace): Promise<DistrictFiles> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const slots = new Map<DistrictFileName, Slot>()
  const chain = differenceChain()
  const fileOf = ({ name, version }: Manifest) => join(folder, `${name}-${version}.file`)
  const sealedAs = (manifest: Manifest): SealedFile => ({ path: fileOf(manifest), hash: manifest.hash, size: manifest.size, secret })
  const piecesOf = (manifest: Manifest) => sealedPieces(sealedAs(manifest))
  const begin = (kept: Kept): Promise<Coming> => beginComing(kept, piecesOf(kept.manifest), wantedOf)
  const asHeld = ({ manifest }: Kept): HeldFile => ({ manifest, sealed: sealedAs(manifest), read: () => piecesOf(manifest).read() })

  const load = async (name: DistrictFileName) => {
    const [held, next] = [await readNote(join(folder, `${name}.held`)), await readNote(join(folder, `${name}.next`))]
    const isLater = next && next.manifest.version !== held?.manifest.version
    slots.set(name, { held, next: isLater ? await begin(next) : undefined })
    const known = [held, isLater ? next : undefined].flatMap(kept => (kept ? [`${name}-${kept.manifest.version}.file`] : []))
    const ofName = new RegExp(`^${name}-\\d+\\.file$`)
    for (const file of await readdir(folder)) if (ofName.test(file) && !known.includes(file)) await rm(join(folder, file), { force: true })
  }

  /** Puts a file into service that has come to its end; on a full disk it waits for room. */
  const finish = async (name: DistrictFileName): Promise<void> => {
    const slot = slots.get(name)
    const next = slot?.next
    if (!slot || !next || next.trouble) return
    // a power cut may have come between the taking and the note of it
    if (fitOf(next.manifest) === 'here') return settle(name, slot, next)
    if (!isComplete(next) || fitOf(next.manifest) === 'unfit') return
    try {
      if (!(await isAsSent(next, piecesOf(next.manifest)))) return
      await piecesOf(next.manifest).settle()
      next.trouble = asTrouble((await takers[name]?.(asHeld(next))) ?? 'taken')
      if (!next.trouble) await settle(name, slot, next)
      if (!next.trouble) await turnToNext()
    } catch (error) {
      if (!isDiskFull(error)) throw error
      next.trouble = 'disk-full'
    } finally {
      changed()
    }
  }

  /** What brings the same as this one has come with it. */
  const settle = async (name: DistrictFileName, slot: Slot, next: Coming) => {
    await putInService(name, slot, next)
    for (const [other, one] of slots)
      if (one.next?.manifest.registry && fitOf(one.next.manifest) === 'here') await putInService(other, one, one.next)
    changed()
  }

  /** Over what has come into service another difference may lead on. */
  const turnToNext = async () => {
    const link = chain.fitting(manifest => fitOf(manifest) === 'fits')
    if (link) await offer(link.signed, link.manifest)
  }

  const putInService = async (name: DistrictFileName, slot: Slot, next: Coming) => {
    if (!isComplete(next) || isPart(next) || (name === 'registry' && villages())) await rm(fileOf(next.manifest), { force: true })
    await writeNote(join(folder, `${name}.held`), next.signed)
    await rm(join(folder, `${name}.next`), { force: true })
    if (slot.held) await rm(fileOf(slot.held.manifest), { force: true })
    slots.set(name, { held: { signed: next.signed, manifest: next.manifest }, next: undefined })
  }

  const hasRoom = roomIn(folder, freeBytes)

  // line and stick may bring the same file at the same time
  const { inTurn } = oneAtATime()

  const offer: DistrictFiles['offer'] = async (signed, manifest) => {
    const name = names.find(known => known === manifest.name)
    const slot = name && slots.get(name)
    if (!slot) return
    if (name === 'registry-difference') {
      chain.add({ signed, manifest })
      // it waits for its turn behind one that leads to it
      const isBehind = slot.next && !isGivenUp(slot.next) && fitOf(slot.next.manifest) === 'fits' && fitOf(manifest) !== 'fits'
      if (isBehind) return
    }
    const isOurs = slot.held?.manifest.district === manifest.district
    if (isOurs && manifest.version <= (slot.held?.manifest.version ?? 0)) return
    if (slot.next && slot.next.manifest.district === manifest.district && manifest.version <= slot.next.manifest.version) return
    await writeNote(join(folder, `${name}.next`), signed)
    if (slot.next) await rm(fileOf(slot.next.manifest), { force: true })
    slot.next = await begin({ signed, manifest })
    changed()
    await finish(name)
  }

  const take: DistrictFiles['take'] = async (hash, piece, bytes) => {
    const [name, { next } = { next: undefined }] = [...slots].find(([, slot]) => slot.next?.manifest.hash === hash) ?? []
    if (!name || !next || isComplete(next) || piece !== runFrom(next).piece) return 'not-wanted'
    if (!isPiece(next.manifest, piece, bytes)) return 'damaged'
    if (!(await hasRoom(next))) return 'disk-full'
    try {
      await piecesOf(next.manifest).put(piece, bytes)
      next.have++
      await goOn(next, piecesOf(next.manifest), wantedOf)
    } catch (error) {
      if (!isDiskFull(error)) throw error
      next.trouble = 'disk-full'
      changed()
      return 'disk-full'
    }
    await finish(name)
    return 'taken'
  }

  /** The whole registry is not fetched while a difference that leads to it can still come. */
  const isOvertaken = (name: DistrictFileName): boolean => {
    const [whole, difference] = [slots.get('registry')?.next, slots.get('registry-difference')?.next]
    if (name !== 'registry' || !difference || isGivenUp(difference)) return false
    return fitOf(difference.manifest) === 'fits' && chain.leads(difference.manifest.registry?.content, whole?.manifest.registry?.content)
  }

  const wanted: DistrictFiles['wanted'] = async () => {
    const open = [...slots].flatMap(([name, { next }]) => (next ? [{ name, next }] : []))
    for (const { name, next } of open.sort((a, b) => sizeOf(a.next) - sizeOf(b.next))) {
      if (isGivenUp(next) || fitOf(next.manifest) === 'unfit' || isOvertaken(name)) continue
      const lacksRoom = !(await hasRoom(next))
      if (lacksRoom !== (next.trouble === 'disk-full')) changed()
      next.trouble = lacksRoom ? 'disk-full' : null
      if (!lacksRoom && isComplete(next)) await finish(name)
      else if (!lacksRoom) return { manifest: next.manifest, ...runFrom(next) }
    }
    return undefined
  }

  const renew: DistrictFiles['renew'] = async name => {
    const slot = slots.get(name)
    const kept = slot?.next ?? slot?.held
    if (!slot || !kept) return
    await writeNote(join(folder, `${name}.next`), kept.signed)
    await rm(join(folder, `${name}.held`), { force: true })
    slots.set(name, { held: undefined, next: await begin({ signed: kept.signed, manifest: kept.manifest }) })
    changed()
  }

  for (const name of names) await load(name)
  return {
    offer: (...said) => inTurn(() => offer(...said)),
    take: (...brought) => inTurn(() => take(...brought)),
    wanted: () => inTurn(wanted),
    renew: name => inTurn(() => renew(name)),
    retry: () =>
      inTurn(async () => {
        for (const name of names) await finish(name)
      }),

    standings: () =>
      [...slots]
        .filter(([name]) => name !== 'registry-difference' || !villages())
        // what is of no use here is not on its way
        .map(([name, { held, next }]) =>
          standingOf(name, held, next && fitOf(next.manifest) !== 'unfit' && !isOvertaken(name) ? next : undefined)
        ),

    villages,

    held(name) {
      const held = slots.get(name)?.held
      return held && asHeld(held)
    }
  }
}
