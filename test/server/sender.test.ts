import { describe, expect, it } from 'vitest'
import { senderOf } from '#server/sender'
import { onSqlite } from './support/both-stores'
import { testServer } from './support/test-server'

describe('one sender', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['::FFFF:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:db8:1:2::', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['64:ff9b::203.0.113.9', '64:ff9b:0:0::/64'],
    ['1:2:3:4:5:6:203.0.113.9', '1:2:3:4::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['unknown', 'unknown']
  ])('of %s is %s', (address, sender) => expect(senderOf(address)).toBe(sender))
})

onSqlite('a limit by address', given => {
  it('is shared by all addresses that one house may choose of IPv6, and by no other house', async () => {
    const { app } = await testServer(given.server, { strangerCalls: 3 })
    const ask = async (from: string) => (await app.inject({ url: '/p/x', headers: { 'x-forwarded-for': from } })).statusCode
    for (const host of ['1', '2', '3']) expect(await ask(`2001:db8:1:1::${host}`)).toBe(200)
    expect(await ask('2001:db8:1:1:9:9:9:9')).toBe(429)
    expect(await ask('2001:db8:1:2::1')).toBe(200)
    expect(await ask('203.0.113.9')).toBe(200)
  })
})
