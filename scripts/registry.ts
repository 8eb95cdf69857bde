// `npm run registry -- import|find|status|duplicates|snapshot ...`: the social registry of a district, by command line.
import './build-reference.ts'
import './reader-may-leave.ts'
import { join } from 'node:path'
import { runRegistryCommand } from '../src/registry/cli/run'

const stop = new AbortController()
process.once('SIGINT', () => stop.abort())
process.exitCode = await runRegistryCommand(
  {
    say: text => void process.stdout.write(`${text}\n`),
    note: text => void process.stderr.write(`${text}\n`),
    now: () => Date.now(),
    referenceFile: join(import.meta.dirname, '../out/reference/reference.db'),
    importProgram: new URL('../src/registry/import/import-worker.ts', import.meta.url),
    signal: stop.signal
  },
  process.argv.slice(2)
)
