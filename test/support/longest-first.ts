import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Half a minute and more on two cores, from the longest down; vitest remembers such times, but a fresh copy of the project remembers nothing. */
const LONG = [
  'test/faults/power.test.ts',
  'test/sync/simulation.test.ts',
  'test/sync/simulation-fresh.test.ts',
  'test/faults/io.test.ts',
  'test/faults/junk.test.ts',
  'test/sync/simulation-real.test.ts',
  'test/faults/bitrot.test.ts'
]

/** Begins with the long files, so that no core waits at the end for another. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => LONG.findIndex(name => moduleId.endsWith(name)) + 1 || LONG.length + 1
    return (await super.sort(files)).sort((a, b) => place(a) - place(b))
  }
}
