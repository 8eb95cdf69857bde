/** The names of merged records lead to the person too: no table changes, but all are folded anew, and with them the keys. */
export const mergedNames = { up: async (): Promise<void> => undefined }
