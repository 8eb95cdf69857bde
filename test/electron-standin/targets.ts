import { type Chromium, startChromium } from './chromium.ts'
import type { Devtools } from './devtools.ts'
import { launch } from './launch.ts'

export type Wanted = { url: string; isHidden: boolean; isKiosk: boolean; width: number; height: number }
/** A page of some Chromium, and the session in which it is spoken to. */
export type Page = { devtools: Devtools; targetId: string; sessionId: string }

type TargetInfo = { targetId: string; type: string; url: string }

const started = new Map<'shown' | 'hidden', Promise<Chromium>>()
const gone = new Map<string, () => void>()
const ours = 'about:blank#standin-'
const appWindow = Promise.withResolvers<string>()

/** Runs once when that page is gone, whoever closed it. */
export function onGone(targetId: string, listener: () => void): void {
  gone.set(targetId, listener)
}

function watchTargets({ devtools, look }: Chromium): void {
  let awaitsAppWindow = look.kind === 'screen'
  devtools.on<{ targetInfo: TargetInfo }>('Target.targetCreated', ({ targetInfo: { targetId, type, url } }) => {
    if (type !== 'page' || url.startsWith(ours) || gone.has(targetId)) return
    if (awaitsAppWindow) {
      awaitsAppWindow = false
      appWindow.resolve(targetId)
      return
    }
    // nobody here opened it: a link to a new window, or the browser's own menu
    devtools.send('Target.closeTarget', { targetId }).catch(() => {})
  })
  devtools.on<{ targetId: string }>('Target.targetDestroyed', ({ targetId }) => {
    gone.get(targetId)?.()
    gone.delete(targetId)
  })
}

async function start(wanted: Wanted, isShown: boolean): Promise<Chromium> {
  const chromium = await startChromium(
    isShown ? { kind: 'screen', ...wanted } : { kind: 'headless' },
    launch.isWatched && (isShown || !launch.hasScreen)
  )
  watchTargets(chromium)
  await chromium.devtools.send('Target.setDiscoverTargets', { discover: true })
  return chromium
}

/**
 * Opens a page, starting Chromium for the first one. On a screen the first page is the app's window, without browser
 * bars, and those that stay hidden live in a second Chromium that has no screen.
 */
export async function openPage(wanted: Wanted): Promise<Page> {
  const isShown = launch.hasScreen && !wanted.isHidden
  const kind = isShown ? 'shown' : 'hidden'
  const isFirst = !started.has(kind)
  const starting = started.get(kind) ?? start(wanted, isShown)
  started.set(kind, starting)
  const { devtools } = await starting
  const targetId = isShown && isFirst ? await appWindow.promise : await createTarget(devtools, wanted)
  const { sessionId } = await devtools.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true })
  return { devtools, targetId, sessionId }
}

async function createTarget(devtools: Devtools, { width, height }: Wanted): Promise<string> {
  const url = `${ours}${crypto.randomUUID()}`
  const { targetId } = await devtools.send<{ targetId: string }>('Target.createTarget', { url, newWindow: true, width, height })
  if (launch.hasScreen) return targetId
  // without a screen the size is that of the content: there is no frame to see
  const { windowId } = await devtools.send<{ windowId: number }>('Browser.getWindowForTarget', { targetId })
  await devtools.send('Browser.setContentsSize', { windowId, width, height })
  return targetId
}
