import type { DeskApp } from '../../test/e2e/support/desk-app.ts'
import type { createCamera } from './camera.ts'
import type { TourPrinter } from './virtual-printer.ts'

/** What every scene of the tour plays with. */
export type Tour = {
  desk: DeskApp
  camera: ReturnType<typeof createCamera>
  out: string
  printer: TourPrinter
  timed<T>(step: string, act: () => Promise<T>): Promise<T>
}
