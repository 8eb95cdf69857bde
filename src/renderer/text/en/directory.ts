export const directory = { pending: '…' }
