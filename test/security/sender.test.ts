import { expect, it } from 'vitest'
import { comesFrom } from '#main/security/sender'

it('takes a message from the main frame of the page it is meant for', () => {
  expect(comesFrom('app://desk', { senderFrame: { origin: 'app://desk', parent: null } })).toBe(true)
})

it.each([
  ['another page of ours', { origin: 'app://sheet', parent: null }],
  ['a page with a longer name', { origin: 'app://desk.evil', parent: null }],
  ['a page from outside', { origin: 'https://desk', parent: null }],
  ['a page without an origin', { origin: 'null', parent: null }],
  ['a frame inside the page', { origin: 'app://desk', parent: {} }],
  ['a frame that is gone', null]
])('takes none from %s', (_, senderFrame) => {
  expect(comesFrom('app://desk', { senderFrame })).toBe(false)
})
