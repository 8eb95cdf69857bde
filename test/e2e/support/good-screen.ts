import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

const LANGUAGES = ['id', 'en'] as const

/** Looks at a screen in both languages: no finding of axe, nothing to scroll but inner lists, on an office screen of 1366 x 768. A journey goes on in Indonesian. With SHOTS pictures of it go into that folder. */
export async function look(page: Page, name: string): Promise<void> {
  for (const language of LANGUAGES) {
    if (language === 'en') await page.locator('button[lang="en"]').first().dispatchEvent('click')
    await page.locator(`html[lang="${language}"]`).waitFor()
    await expectGood(page, `${name} in ${language}`)
    const folder = process.env.SHOTS
    if (folder) await page.screenshot({ path: join(folder, `${name.replaceAll(/\W+/g, '-')}-${language}.png`) })
  }
  await page.locator('button[lang="id"]').first().dispatchEvent('click')
  await page.locator('html[lang="id"]').waitFor()
}

/** The pale KONSEP across a preview is meant to be pale. */
async function expectGood(page: Page, name: string): Promise<void> {
  await test.step(name, async () => {
    const scrolls = await page.evaluate(() => {
      const { scrollHeight, scrollWidth, clientHeight, clientWidth } = document.documentElement
      return scrollHeight > clientHeight || scrollWidth > clientWidth
    })
    expect(scrolls, `${name} scrolls`).toBe(false)
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).exclude('.page-mark').analyze()
    expect(
      violations.map(found => `${found.id}: ${found.nodes.map(node => node.target.join(' ')).join(', ')}`),
      name
    ).toEqual([])
  })
}
