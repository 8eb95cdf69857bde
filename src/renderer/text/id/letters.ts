export const letters = {
  pending: 'Layar ini belum ada.'
}
