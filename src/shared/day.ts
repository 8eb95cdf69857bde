import { z } from 'zod'
import { isRealDate } from '#shared/clock'

/** A calendar day, `YYYY-MM-DD`; unlike `z.iso.date()` it refuses the year 0, which no calendar of ours can count. */
export const Day = z.iso.date().refine(isRealDate)
