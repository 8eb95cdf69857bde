export const cases = {
  pending: 'This screen is not there yet.'
}
