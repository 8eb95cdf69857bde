import { cleanup } from '@testing-library/react'
import { afterEach, beforeAll } from 'vitest'
import { startText } from '../../src/renderer/text/i18n'

class NoObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

// What Mantine asks of a window and jsdom does not have.
const noMedia = (media: string) => ({
  media,
  matches: false,
  addEventListener() {},
  removeEventListener() {},
  addListener() {},
  removeListener() {}
})
Object.assign(window, { matchMedia: noMedia, ResizeObserver: NoObserver })
Element.prototype.scrollIntoView = () => {}
window.scrollTo = () => {}

beforeAll(() => startText('id'))
afterEach(cleanup)
