import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { Run } from './serve'

const Line = z.object({ id: z.json().optional(), call: z.string(), input: z.unknown().optional() })

/** The longest line that is read: a logo or a long note fits, a flood does not. */
const LONGEST = 1_000_000

/**
 * Serves the whole contract without a window: one JSON call a line in, one JSON answer a line out, in the order of the calls.
 * `{"id":1,"call":"office.state","input":{}}` is answered by `{"id":1,"ok":true,"value":…}`; bytes travel as `{"base64":…}`. Returns when the input ends.
 */
export async function serveStdio(run: Run, input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<void> {
  const answer = (id: unknown, result: object) => output.write(`${JSON.stringify({ id, ...result }, bytesAsText)}\n`)
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (!text.trim()) continue
    const line = readLine(text)
    if (!line) answer(null, { ok: false, problem: { kind: 'invalid-input', fields: [] } })
    else answer(line.id ?? null, await run(line.call, line.input ?? {}))
  }
}

function readLine(text: string): z.infer<typeof Line> | undefined {
  if (text.length > LONGEST) return undefined
  try {
    return Line.safeParse(JSON.parse(text)).data
  } catch {
    return undefined // not JSON: answered as invalid input
  }
}

const bytesAsText = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ? { base64: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64') } : value
