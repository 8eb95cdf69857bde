import type { Screens } from './screens'

/** The visitor's screen greets again: what it shows of one guest is not for the next, and not for a counter that nobody looks after. */
export const clearVisitor = ({ screens }: { screens: Pick<Screens, 'showVisitor'> }): void => screens.showVisitor({ kind: 'idle' })
