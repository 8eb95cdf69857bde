import { expect, it } from 'vitest'
import { oneAtATime } from '#main/in-turn'

it('works go one after the other in the order they came, also behind one that failed', async () => {
  const { inTurn, isDone } = oneAtATime()
  const said: string[] = []
  const work = (name: string, fails = false) =>
    inTurn(async () => {
      said.push(`${name} begins`)
      await Promise.resolve()
      said.push(`${name} ends`)
      if (fails) throw new Error(name)
      return name
    })
  const [first, second, third] = [work('one'), work('two', true), work('three')]
  await expect(second).rejects.toThrow('two')
  expect(await Promise.all([first, third])).toEqual(['one', 'three'])
  await isDone()
  expect(said).toEqual(['one begins', 'one ends', 'two begins', 'two ends', 'three begins', 'three ends'])
})
