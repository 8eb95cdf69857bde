import { join } from 'node:path'
import type { Page } from '@playwright/test'

/** Takes numbered pictures of what is on the screen, in Indonesian and then in English; the numbers go on from those already taken. */
export function createCamera(page: Page, folder: string, taken: string[] = []) {
  const speak = async (language: 'id' | 'en') => {
    // works behind a dialog too: the switch is pressed, not pointed at
    await page.locator(`button[lang="${language}"]`).first().dispatchEvent('click')
    await page.locator(`html[lang="${language}"]`).waitFor()
  }
  const save = async (name: string) => {
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: join(folder, name), animations: 'disabled' })
    taken.push(name)
  }
  return {
    taken,
    async shoot(name: string): Promise<void> {
      const number = String(Math.floor(taken.length / 2) + 1).padStart(2, '0')
      await save(`${number}-${name}-id.png`)
      await speak('en')
      await save(`${number}-${name}-en.png`)
      await speak('id')
    }
  }
}
