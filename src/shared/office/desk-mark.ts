/** The desk that numbers without its letter: in most offices there is no other. */
const FIRST_DESK = 'A'

/** What a desk puts into the numbers it gives, so that two desks never give one: its letter, and nothing at the first. */
export const deskMark = (deskCode: string): string => (deskCode === FIRST_DESK ? '' : deskCode)
