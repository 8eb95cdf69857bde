// One import in a process of its own, so that its memory is that of an import: `node --import ./scripts/extensionless.ts scripts/bench/import-run.ts FILE FOLDER`.
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { importInThread } from '../../src/registry/import/import-thread'
import { registryPlaceIn } from '../../src/registry/place'
import { peakMb } from './peak-memory.ts'

const [file = '', folder = ''] = process.argv.slice(2)
const place = registryPlaceIn(folder, { isNew: true })
const order = {
  file,
  source: 'DTSEN' as const,
  period: '2026-T4',
  takenOn: null,
  now: Date.now(),
  map: null,
  referenceFile: join(import.meta.dirname, '../../out/reference/reference.db'),
  path: place.path,
  key: place.key,
  held: null,
  setAsideFile: join(folder, 'set-aside.csv'),
  isForced: false
}
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
const [startedAt, cpuBefore] = [performance.now(), process.cpuUsage()]
const program = new URL('../../src/registry/import/import-worker.ts', import.meta.url)
const { read, kept, setAside } = await importInThread(program, { order, privateKey: place.privateKey })
const cpu = process.cpuUsage(cpuBefore)
process.stdout.write(
  `${JSON.stringify({
    seconds: (performance.now() - startedAt) / 1000,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    peakMb: peakMb(),
    longestMainBlockMs: delay.max / 1e6,
    counts: { read, kept, setAside }
  })}\n`
)
