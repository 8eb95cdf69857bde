/** The form in which area names are compared: lower case, no accents or apostrophes, other signs as single spaces. */
export const areaKey = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f'"`\u2018\u2019]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
