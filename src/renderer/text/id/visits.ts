export const visits = {
  pending: 'Layar ini belum ada.'
}
