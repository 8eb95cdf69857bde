import { expect, it } from 'vitest'
import { storeOf } from '#main/keys/secrets'

it.each([
  ['basic_text', 'linux', { name: 'basic_text', isProtected: false, isRefused: true }],
  ['unknown', 'linux', { name: 'unknown', isProtected: false, isRefused: true }],
  [undefined, 'linux', { name: 'unknown', isProtected: false, isRefused: true }],
  ['gnome_libsecret', 'linux', { name: 'gnome_libsecret', isProtected: true, isRefused: false }],
  ['kwallet6', 'linux', { name: 'kwallet6', isProtected: true, isRefused: false }],
  [undefined, 'win32', { name: 'dpapi', isProtected: true, isRefused: false }],
  ['unknown', 'darwin', { name: 'keychain', isProtected: true, isRefused: false }],
  ['standin_file', 'linux', { name: 'standin_file', isProtected: false, isRefused: false }]
] as const)('a store that calls itself %s on %s is worth what it is', (chosen, platform, worth) => {
  expect(storeOf(chosen, platform)).toEqual(worth)
})
