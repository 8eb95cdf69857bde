import type { VisitorAnswer } from '#shared/screens/visitor-page'

/** What the preload of the visitor's window offers: pages come in, an answer goes back. Nothing can be asked. */
type VisitorBridge = { onPage(take: (page: unknown) => void): void; answer(answer: VisitorAnswer): void }

declare global {
  interface Window {
    readonly visitor: VisitorBridge
  }
}
