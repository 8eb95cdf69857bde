import type { Line } from '#main/sync/http-line'

/** A server that has these bytes; `fate` may spoil the answer of a call, or cut the line by throwing. */
export function lineOf(content: Uint8Array, fate: (call: number, body: Buffer) => Buffer = (_, body) => body) {
  const given = { calls: 0, bytes: 0 }
  const line: Pick<Line, 'request'> = {
    async request(_method, _path, { headers = {} }) {
      const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? []
      const body = fate(given.calls++, Buffer.from(content.subarray(Number(from), Number(to) + 1)))
      given.bytes += body.length
      return { status: 206, contentType: 'application/octet-stream', body, headers: {} }
    }
  }
  return { line, given }
}
