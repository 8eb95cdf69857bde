import type { Desk } from '../desk'

/** The period of the made-up people; all of 2026's last quarter, as the sample office is. */
const PERIOD = { source: 'DTSEN', period: '2026-T4', takenOn: '2026-10-18', fileHash: null } as const

/** Gives the sample office a register of made-up people, so that a first search finds somebody. What goes wrong is reported and stops nobody. */
export async function fillSampleRegistry(
  desk: Pick<Desk, 'registry' | 'registryWork' | 'author' | 'clock' | 'report'>,
  people: string
): Promise<void> {
  try {
    const edition = { ...PERIOD, importedAt: desk.clock.now() }
    await desk.registryWork.makeSample({ people, edition, ...desk.registry.placeFor(edition), privateKey: desk.author.privateKey })
  } catch (error) {
    desk.report('registry', error)
  }
}
