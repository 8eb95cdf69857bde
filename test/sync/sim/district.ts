/** The district that all simulated desks belong to. */
export const DISTRICT = '33.24'
