/** Why bytes are no frame; whatever came from outside and cannot be read ends in this and in nothing else. */
export class FrameError extends Error {
  readonly kind: FrameErrorKind

  constructor(kind: FrameErrorKind) {
    super(kind)
    this.kind = kind
  }
}

/** `other-layout`: made by a program whose entities have other fields; both sides then speak plain. */
export type FrameErrorKind = 'cut-short' | 'damaged' | 'too-many' | 'too-large' | 'other-layout' | 'newer-format'
