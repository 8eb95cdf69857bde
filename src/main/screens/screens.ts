import type { VisitorAnswer, VisitorPage } from '#shared/screens/visitor-page'

/** The windows, as far as the desk may say something to them. */
export type Screens = {
  readonly isKiosk: boolean
  hasVisitor(): boolean
  showVisitor(page: VisitorPage): void
  /** What stands on the visitor's screen now. */
  showing(): VisitorPage['kind']
  /** What a visitor answered to the page that stands there. */
  onAnswer(hear: (answer: VisitorAnswer) => void): void
  /** Lets a kiosk be left and ends the program, after its answer was given. */
  leave(): void
}

/** A desk without a window: nothing is shown and nothing is left. */
export const noScreens: Screens = {
  isKiosk: false,
  hasVisitor: () => false,
  showVisitor: () => undefined,
  showing: () => 'idle',
  onAnswer: () => undefined,
  leave: () => undefined
}
