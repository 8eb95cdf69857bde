import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { serveStdio } from '#main/rpc/stdio'
import { givenCase, givenLetterOrder } from '#test/support/given'
import { sharedDesk, value } from '#test/support/test-desk'

const { api, run } = await sharedDesk({ officer: 'front-office' })

/** The answers to lines of text, read as lines of JSON. */
async function answersTo(lines: string): Promise<{ id: unknown; ok: boolean; value?: unknown; problem?: { kind: string } }[]> {
  const [input, output] = [new PassThrough(), new PassThrough()]
  const written = text(output)
  input.end(lines)
  await serveStdio(run, input, output)
  output.end()
  return (await written)
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
}

it('answers one line a call, in the order of the calls, each under its id', async () => {
  const answers = await answersTo(
    '{"id":1,"call":"office.state","input":{}}\n\n{"id":"b","call":"officers.me"}\r\n{"call":"areas.provinces","input":{}}'
  )
  expect(answers.map(({ id, ok }) => [id, ok])).toEqual([
    [1, true],
    ['b', true],
    [null, true]
  ])
})

it('sends bytes as base64', async () => {
  const found = await givenCase(api)
  const letter = value(await api.letters.issue(await givenLetterOrder(api, found.id)))
  const [answer] = await answersTo(JSON.stringify({ id: 1, call: 'letters.pdf', input: { letterId: letter.id } }))
  const pdf = value(await api.letters.pdf({ letterId: letter.id }))
  expect(answer?.value).toEqual({ base64: Buffer.from(pdf).toString('base64') })
})

it.each(['{', 'null', '[]', '{"id":1}', '{"call":1}', '{"call":"x","id":{"a":', `{"call":"${'x'.repeat(1_000_001)}"}`])(
  'answers a line that is no call, and goes on',
  async line => {
    const answers = await answersTo(`${line}\n{"id":2,"call":"officers.me"}\n`)
    expect(answers).toMatchObject([
      { id: null, ok: false, problem: { kind: 'invalid-input' } },
      { id: 2, ok: true }
    ])
  }
)

it('answers every line of anything', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(fc.string(), fc.json(), fc.constant('{"call":"__proto__.x"}')), { maxLength: 5 }), async lines => {
      const asked = lines.map(line => line.replace(/[\n\r\u2028\u2029]/g, ' '))
      const answers = await answersTo(asked.map(line => `${line}\n`).join(''))
      expect(answers).toHaveLength(asked.filter(line => line.trim()).length)
      for (const answer of answers) expect(answer.ok).toBe(false)
    })
  )
})
