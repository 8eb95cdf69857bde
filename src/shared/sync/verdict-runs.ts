import type { z } from 'zod'
import type { ByteReader, ByteWriter } from './codec/bytes'
import { FrameError } from './codec/frame-error'
import { REFUSALS } from './district-store'
import { MOST_CHANGES } from './frame'
import { fromJson, readText, writeText } from './message-texts'
import type { VerdictMessage } from './protocol'

type Verdict = z.infer<typeof VerdictMessage>

/** Verdicts in runs: mostly all of a frame are fed, one number after the other. */
export function writeVerdicts(to: ByteWriter, verdicts: readonly Verdict[]): void {
  to.uint(verdicts.length)
  for (let i = 0; i < verdicts.length; ) {
    const verdict = verdicts[i] as Verdict
    const run = verdict.kind === 'fed' ? fedRun(verdicts, i) : 1
    to.byte(VERDICTS.indexOf(verdict.kind))
    if (verdict.kind === 'fed') {
      to.uint(run)
      to.uint(verdict.feed)
    } else if (verdict.kind === 'waiting') writeText(to, JSON.stringify(verdict.for))
    else if (verdict.kind === 'refused') to.byte(REFUSALS.indexOf(verdict.reason))
    else if (verdict.kind === 'gap') to.uint(verdict.expected)
    i += run
  }
}

const VERDICTS = ['fed', 'waiting', 'refused', 'replaced', 'gap', 'forked'] as const

function fedRun(verdicts: readonly Verdict[], from: number): number {
  const first = verdicts[from] as Extract<Verdict, { kind: 'fed' }>
  let n = 1
  for (; from + n < verdicts.length; n++) {
    const next = verdicts[from + n] as Verdict
    if (next.kind !== 'fed' || next.feed !== first.feed + n) break
  }
  return n
}

export function readVerdicts(from: ByteReader): unknown[] {
  const count = from.uint()
  if (count > MOST_CHANGES) throw new FrameError('too-many')
  const verdicts: unknown[] = []
  while (verdicts.length < count) {
    const kind = VERDICTS[from.byte()]
    if (kind === 'fed') {
      const [run, feed] = [from.uint(), from.uint()]
      if (run > count - verdicts.length) throw new FrameError('damaged')
      for (let i = 0; i < run; i++) verdicts.push({ kind, feed: feed + i })
      if (run === 0) throw new FrameError('damaged')
    } else if (kind === 'waiting') verdicts.push({ kind, for: fromJson(readText(from)) })
    else if (kind === 'refused') verdicts.push({ kind, reason: REFUSALS[from.byte()] })
    else if (kind === 'gap') verdicts.push({ kind, expected: from.uint() })
    else verdicts.push({ kind })
  }
  return verdicts
}
