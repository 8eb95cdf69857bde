/** So many days a desk does everything without hearing its district: officers and rights that the district took back meanwhile still hold here. */
export const UNHEARD_DAYS = 14
/** From so many on the screen says that they run out. */
export const UNHEARD_WARNING_DAYS = 7
/** From so many on a desk shows nobody's data but those of the people who are at its own counter that day. */
export const UNHEARD_STOP_DAYS = 45
/** So many days before that the screen says so. */
export const STOP_WARNING_DAYS = 14
