const OF_THE_DESK = /^desk\.db\.before-\d+$/

/** The copy that stands beside a database since a version changed its tables, and its name until it is whole. */
export const beforeFile = (file: string, version: number): string => `${file}.before-${version}`
export const unfinishedBefore = (copy: string): string => `${copy}.new`
/** Whether a name in the data folder is that of such a copy of the desk's own database, of whatever version. */
export const isBeforeFile = (name: string): boolean => OF_THE_DESK.test(name)
