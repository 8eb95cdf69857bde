// A folder that stands for a stick, and what officers do with it in the wizard.
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { newFolder, removeFolder } from './desk-app'
import { openSync } from './replication'

export type Stick = ReturnType<typeof newStick>

/** A stick that has not been plugged in yet. `env` tells a desk where to look for it. */
export function newStick() {
  const machine = newFolder()
  const folder = join(machine, 'FLASHDISK')
  return {
    folder,
    env: { LOKET_DRIVES: folder },
    plugIn: () => mkdirSync(folder),
    packs: () => readdirSync(folder).map(name => join(folder, name)),
    remove: () => removeFolder(machine)
  }
}

export async function openWizard(page: Page): Promise<void> {
  await openSync(page)
  await page.getByRole('button', { name: 'Kirim lewat flashdisk' }).click()
  await page.getByRole('dialog', { name: 'Kirim lewat flashdisk' }).waitFor()
}

/** Saves what the district does not have to the stick that is in; gives how many changes the wizard has told of. */
export async function saveToStick(page: Page): Promise<number> {
  await page.locator('button:enabled', { hasText: 'Simpan ke flashdisk' }).click()
  await page.getByRole('heading', { name: 'Tersimpan di flashdisk' }).waitFor()
  const told = await page.getByRole('dialog').getByRole('definition').allTextContents()
  await closeWizard(page)
  return Number(told[1])
}

/** Reads the stick that is in and expects one of these words for each pack on it. */
export async function readFromStick(page: Page, words: (string | RegExp)[]): Promise<void> {
  await page.locator('button:enabled', { hasText: 'Baca dari flashdisk' }).click()
  await page.getByRole('heading', { name: 'Flashdisk sudah dibaca' }).waitFor()
  const packs = page.getByRole('dialog').getByRole('listitem').filter({ hasText: '.pack' })
  await expect(packs).toHaveCount(words.length)
  for (const word of new Set(words))
    await expect(packs.filter({ has: page.getByText(word) })).toHaveCount(words.filter(one => one === word).length)
  await closeWizard(page)
}

export async function closeWizard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Selesai' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}
