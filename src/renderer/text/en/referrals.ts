export const referrals = {
  pending: 'This screen is not there yet.'
}
