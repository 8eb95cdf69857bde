import { fromChromium } from './protocol.ts'
import type { StandInSession } from './session.ts'
import type { Page } from './targets.ts'

type Paused = {
  requestId: string
  frameId: string
  resourceType: string
  redirectedRequestId?: string
  request: { url: string; method: string; headers: Record<string, string> }
}
export type Navigation = { url: string; isMainFrame: boolean; isRedirect: boolean }

/**
 * Every request of a page passes here before it leaves it: navigations are asked for first, the app's own schemes are
 * answered by its handlers, anything else goes where Chromium would have sent it.
 */
export async function serveRequests(page: Page, session: StandInSession, mayNavigate: (navigation: Navigation) => boolean): Promise<void> {
  const { devtools, sessionId, targetId } = page
  const tell = (method: string, params: object) => devtools.send(`Fetch.${method}`, params, sessionId)

  const fulfil = async (requestId: string, serve: (request: Request) => Response | Promise<Response>, request: Request) => {
    const answer = await serve(request)
    await tell('fulfillRequest', {
      requestId,
      responseCode: answer.status,
      responseHeaders: [...answer.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await answer.arrayBuffer()).toString('base64')
    })
  }
  const pass = async ({ requestId, frameId, resourceType, redirectedRequestId, request }: Paused): Promise<void> => {
    const url = fromChromium(request.url)
    const navigation = { url, isMainFrame: frameId === targetId, isRedirect: redirectedRequestId !== undefined }
    if (resourceType === 'Document' && !mayNavigate(navigation)) {
      await tell('failRequest', { requestId, errorReason: 'Aborted' })
      return
    }
    // Electron has no tab to show an icon in, so it never asks for one
    if (url.endsWith('/favicon.ico')) {
      await tell('fulfillRequest', { requestId, responseCode: 204 })
      return
    }
    const serve = session.standin.find(url)
    if (serve) await fulfil(requestId, serve, new Request(url, { method: request.method, headers: request.headers }))
    else if (url !== request.url) await tell('failRequest', { requestId, errorReason: 'NameNotResolved' })
    else await tell('continueRequest', { requestId })
  }
  devtools.on<Paused>(
    'Fetch.requestPaused',
    paused => {
      pass(paused).catch(error => {
        process.stderr.write(`stand-in: ${fromChromium(paused.request.url)}: ${error}\n`)
        tell('failRequest', { requestId: paused.requestId, errorReason: 'Failed' }).catch(() => {})
      })
    },
    sessionId
  )
  await tell('enable', { patterns: [{ urlPattern: '*' }] })
}
