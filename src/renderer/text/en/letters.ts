export const letters = {
  pending: 'This screen is not there yet.'
}
