import type { App } from './http'

const CHECK_MS = 50

/** On `close`, what is under way is answered, and then no connection is kept for a next call; what takes longer than this is cut off. */
export function closeInOrder(app: App, longestMs: number): void {
  app.addHook('preClose', done => {
    // one that found its place taken has nothing to wait for, and never closes
    if (!app.server.listening) return done()
    const started = performance.now()
    const check = setInterval(() => {
      app.server.closeIdleConnections()
      if (performance.now() - started > longestMs) app.server.closeAllConnections()
    }, CHECK_MS)
    app.server.once('close', () => clearInterval(check))
    done()
  })
}
