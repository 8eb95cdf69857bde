export const visits = {
  pending: 'This screen is not there yet.'
}
