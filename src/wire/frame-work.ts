import { createPublicKey } from 'node:crypto'
import type { Frame } from '#shared/sync/frame'
import { laidOut, plainPayload, type ReadFrame, readFrame } from './frames'
import { workThread } from './work-thread'

/** The bytes' part of opening and laying out frames: it may be done in a thread of its own, since only texts and bytes come back. */
export type FrameWork = {
  /** `publicKey`: Ed25519, SPKI in DER, base64. `plain`: the texts as a payload to be kept, where the frame's own is none. */
  read(frame: Frame, district: string, publicKey: string): Promise<(ReadFrame & { plain?: Uint8Array }) | 'another-layout' | undefined>
  /** A payload of plain texts for a reader of this version's layout, pressed as hard as `level` says. */
  layOut(payload: Uint8Array, level: number): Promise<Uint8Array>
}

export const frameWork: FrameWork = {
  async read(frame, district, publicKey) {
    const read = readFrame(frame, district, createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' }))
    return typeof read === 'object' && !read.isPlain ? { ...read, plain: plainPayload(read.bodies) } : read
  },
  layOut: async (payload, level) => laidOut(payload, level)
}

/** Frames are at most a few megabytes of text: with more room, the thread would only clean up less often. A thread that runs out of it ends, and its work is done elsewhere. */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 128 }

export const framesThread = (program: URL): FrameWork =>
  workThread<FrameWork>(program, ['read', 'layOut'], async () => frameWork, { limits: LIMITS, startsAtOnce: true })
