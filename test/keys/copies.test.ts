import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeKeys, readKeys } from '#main/keys/desk-keys'
import { folderOf } from '#test/support/folders'
import { testSecrets } from '#test/support/test-desk'

async function keysIn() {
  const folder = join(folderOf('keys'), 'keys')
  const { device } = await makeKeys(folder, testSecrets())
  const [first, second] = [join(folder, 'desk.key'), join(folder, 'desk.key.copy')]
  return { folder, device, first, second, whole: readFileSync(first, 'utf8') }
}
const read = async (folder: string) => {
  const found = await readKeys(folder, testSecrets())
  return found.kind === 'found' ? found.keys.device : found.kind
}

it.each(['first', 'second'] as const)(
  '[F11] the %s copy is written anew from the other when it is damaged, zeroed or gone',
  async which => {
    const at = await keysIn()
    for (const spoil of [
      () => writeFileSync(at[which], at.whole.replace(/[A-Z]/, '-')),
      () => writeFileSync(at[which], '\0'.repeat(at.whole.length)),
      () => rmSync(at[which])
    ]) {
      spoil()
      expect(await read(at.folder)).toBe(at.device)
      expect([readFileSync(at.first, 'utf8'), readFileSync(at.second, 'utf8')]).toEqual([at.whole, at.whole])
    }
  }
)

it('two damaged copies are left as they are', async () => {
  const at = await keysIn()
  for (const path of [at.first, at.second]) writeFileSync(path, 'broken')
  expect(await read(at.folder)).toBe('unreadable')
  expect([readFileSync(at.first, 'utf8'), readFileSync(at.second, 'utf8')]).toEqual(['broken', 'broken'])
})
