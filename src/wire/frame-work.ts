import { createPublicKey } from 'node:crypto'
import type { Frame } from '#shared/sync/frame'
import { plainPayload, type ReadFrame, readFrame } from './frames'
import { workThread } from './work-thread'

/** The bytes' part of opening frames: it may be done in a thread of its own, since only texts come back. */
export type FrameWork = {
  /** `publicKey`: Ed25519, SPKI in DER, base64. `plain`: the texts as a payload to be kept, where the frame's own is none. */
  read(frame: Frame, district: string, publicKey: string): Promise<(ReadFrame & { plain?: Uint8Array }) | 'another-layout' | undefined>
}

export const frameWork: FrameWork = {
  async read(frame, district, publicKey) {
    const read = readFrame(frame, district, createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' }))
    return typeof read === 'object' && !read.isPlain ? { ...read, plain: plainPayload(read.bodies) } : read
  }
}

export const framesThread = (program: URL): FrameWork => workThread<FrameWork>(program, ['read'], async () => frameWork)
