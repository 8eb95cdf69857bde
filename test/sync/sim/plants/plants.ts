import type { Plant } from '../plant'
import { deskPlants } from './desk-plants'
import { foldPlants } from './fold-plants'
import { habitPlants } from './habit-plants'
import { serverPlants } from './server-plants'

/** Every bug that the simulation has to find. */
export const plants: readonly Plant[] = [...deskPlants, ...serverPlants, ...foldPlants, ...habitPlants]
