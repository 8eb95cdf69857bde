/** So many days a desk does everything without hearing its district: officers and rights that the district took back meanwhile still hold here. */
export const UNHEARD_DAYS = 14
/** From so many on the screen says that they run out. */
export const UNHEARD_WARNING_DAYS = 7
