import { expect, type Page, test } from '@playwright/test'
import * as counter from './support/counter'
import { type DeskApp, newFolder, openDeskApp, removeFolder } from './support/desk-app'
import { SAMPLE, setUpSample, signIn } from './support/sign-in'

let data: string
let desk: DeskApp

test.beforeEach(async () => {
  data = newFolder()
  desk = await openDeskApp(data)
  await setUpSample(desk.page)
  await signIn(desk.page, SAMPLE.manager)
})
test.afterEach(async () => {
  await desk.close()
  removeFolder(data)
})

/** What can be pressed and lies beyond an edge of the window, where nothing scrolls to it. */
const outside = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('header button, header input, main button, main a, main input')].flatMap(one => {
      const { left, right, width } = one.getBoundingClientRect()
      return width > 1 && (left < 0 || right > innerWidth) ? [one.getAttribute('aria-label') ?? one.textContent ?? one.tagName] : []
    })
  )

/** A screen of 1366 x 768 as Windows shows it at 125 and at 150 percent. */
for (const [percent, width, height] of [
  [125, 1093, 614],
  [150, 911, 512]
] as const)
  test(`at ${percent} percent every button of every screen is in the window`, async () => {
    const { page } = desk
    await page.setViewportSize({ width, height })
    await counter.takeTicket(page, 'BPJS PBI tidak aktif')
    await counter.serveNext(page)
    expect(await outside(page)).toEqual([])
    await counter.readPrivacyNotice(page)
    await counter.searchInVisit(page, counter.SITI.name)
    await counter.startRegistration(page)
    expect(await outside(page)).toEqual([])
    await counter.fillPerson(page, counter.SITI)
    await counter.saveAndJoin(page)
    expect(await outside(page)).toEqual([])
    const links = page.getByRole('navigation', { name: 'Layar' }).getByRole('link')
    for (const link of await links.all()) {
      await link.click()
      await expect(link).toHaveAttribute('aria-current', 'page')
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      expect(await outside(page), `screen ${await link.textContent()}`).toEqual([])
    }
    await expect(page.getByRole('button', { name: 'Keluar' })).toBeInViewport({ ratio: 1 })
    expect(desk.errors).toEqual([])
  })
