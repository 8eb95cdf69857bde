import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/support/longest-first.ts'

export default defineConfig({
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    // vitest leaves one core to a person at the keyboard: on the two cores of an office PC, half of the machine
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          // a third of the work of two hundred files was to read the same program again for each
          isolate: false,
          include: ['test/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // a busy machine takes its time
          expect: { poll: { timeout: 15_000 } }
        }
      },
      {
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'jsdom',
          // reading React and Mantine again for each file took longer than its tests
          isolate: false,
          include: ['test/**/*.test.tsx'],
          setupFiles: ['test/renderer/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000
        }
      }
    ]
  }
})
