/** A name as the letter register shows it: first letters only, so that the book on the shelf names nobody. */
export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map(word => [...word].find(letter => /\p{L}/u.test(letter)))
    .filter(letter => letter !== undefined)
    .map(letter => `${letter.toUpperCase()}.`)
    .join(' ')
