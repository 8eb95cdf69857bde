import { readFileSync } from 'node:fs'
import { type FromPage, runInPage, type ToPage } from './preload-runtime.ts'
import type { Page } from './targets.ts'
import { createCodec } from './values.ts'

const codec = createCodec()

/** Puts the built preload into every document of the page before its own scripts, and hears what it says. */
export async function openBridge(page: Page, preload: string, hear: (message: FromPage) => void): Promise<void> {
  const { devtools, sessionId, targetId } = page
  const mainContexts = new Set<number>()
  devtools.on<{ context: { id: number; auxData?: { frameId?: string; isDefault?: boolean } } }>(
    'Runtime.executionContextCreated',
    ({ context }) => {
      if (context.auxData?.isDefault && context.auxData.frameId === targetId) mainContexts.add(context.id)
    },
    sessionId
  )
  devtools.on<{ name: string; payload: string; executionContextId: number }>(
    'Runtime.bindingCalled',
    ({ name, payload, executionContextId }) => {
      if (name === 'standinSend' && mainContexts.has(executionContextId)) hear(codec.decode(payload) as FromPage)
    },
    sessionId
  )
  await devtools.send('Runtime.enable', {}, sessionId)
  await devtools.send('Runtime.addBinding', { name: 'standinSend' }, sessionId)
  const source = `(${runInPage})(${createCodec}, function (require, module, exports) {\n${readFileSync(preload, 'utf8')}\n})`
  await devtools.send('Page.addScriptToEvaluateOnNewDocument', { source }, sessionId)
}

/** Gives the page a message; a page that is no longer there misses it, as in Electron. */
export function tellPage({ devtools, sessionId }: Page, message: ToPage): void {
  const expression = `standinReceive(${JSON.stringify(codec.encode(message))})`
  devtools.send('Runtime.evaluate', { expression }, sessionId).catch(() => {})
}
