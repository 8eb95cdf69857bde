export const cases = {
  pending: 'Layar ini belum ada.'
}
