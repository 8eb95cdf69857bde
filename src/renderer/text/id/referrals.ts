export const referrals = {
  pending: 'Layar ini belum ada.'
}
