import { localDateOf, localTimeOf, type TimeZone } from './clock'
import { formatDate } from './local-date-input'

/** A moment by a wall clock of Indonesia, for papers: `23 November 2026 08.15 WIB`. */
export const momentText = (at: number, zone: TimeZone): string =>
  `${formatDate(localDateOf(at, zone), 'id')} ${localTimeOf(at, zone)} ${zone}`
