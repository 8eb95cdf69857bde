import { timeZoneOf } from '#shared/areas/time-zone'
import { type LocalDate, localDateOf } from '#shared/clock'

/** The day on which something happens in a district, as its desks call it: in the morning UTC still has the one before. */
export const districtDay = (district: string, at: number): LocalDate => localDateOf(at, timeZoneOf(district))
