import type { Plant } from './plant'
export const plants: readonly Plant[] = []
