export const setup = { pending: '…' }
