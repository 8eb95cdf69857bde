// Plays the main job in the built app on real input and leaves what it saw: `npm run tour -- --out DIR [--keep-data DIR]`.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { newFolder, openDeskApp, removeFolder } from '../test/e2e/support/desk-app.ts'
import { findElectron } from './electron-path.mjs'
import { createCamera } from './tour/camera.ts'
import { pageSizeOf, sha256 } from './tour/paper-trail.ts'
import { playTour } from './tour/scenes.ts'
import { openPrinter } from './tour/virtual-printer.ts'

const { values } = parseArgs({ options: { out: { type: 'string', default: 'tour' }, 'keep-data': { type: 'string' } } })
const out = resolve(values.out)
const kept = values['keep-data'] ? resolve(values['keep-data']) : undefined
rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })

const data = kept ?? newFolder()
const printer = await openPrinter()
const startedAt = performance.now()
const desk = await openDeskApp(data, printer.env)
const steps: { step: string; ms: number }[] = [{ step: 'start', ms: Math.round(performance.now() - startedAt) }]
await desk.app.evaluate(() => {
  const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  Object.assign(globalThis, { tourDelay: delay })
})

try {
  const camera = createCamera(desk.page, out)
  const played = await playTour({
    desk,
    camera,
    out,
    printer,
    timed: async (step, act) => {
      const from = performance.now()
      const value = await act()
      steps.push({ step, ms: Math.round(performance.now() - from) })
      return value
    }
  })
  const longestBlockMs = await desk.app.evaluate(() => {
    const { tourDelay } = globalThis as unknown as { tourDelay: { max: number } }
    return Math.round(tourDelay.max / 1e5) / 10
  })
  const letterFile = join(out, 'letter.pdf')
  const report = {
    executable: findElectron().kind,
    node: process.version,
    printer: printer.name,
    letter: { ...played.letter, file: letterFile, sha256: sha256(played.frozen), ...pageSizeOf(letterFile) },
    printed: played.printed,
    verified: played.verified,
    longestMainBlockMs: longestBlockMs,
    pageErrors: desk.errors,
    screenshots: camera.taken,
    steps
  }
  writeFileSync(join(out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`)
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n\nThe letter lies in ${letterFile}\n`)
  if (desk.errors.length > 0) process.exitCode = 1
} finally {
  await desk.close()
  await printer.close()
  if (!kept) removeFolder(data)
}
