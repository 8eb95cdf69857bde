export const settings = { pending: '…' }
