// Plays the main job in the built app on real input and leaves what it saw: `npm run tour -- --out DIR [--keep-data DIR]`.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { newFolder, openDeskApp, removeFolder } from '../test/e2e/support/desk-app.ts'
import { findElectron } from './electron-path.mjs'
import { said } from './said.ts'
import { createCamera } from './tour/camera.ts'
import { pageSizeOf, sha256 } from './tour/paper-trail.ts'
import { playTour } from './tour/scenes.ts'
import { openPrinter } from './tour/virtual-printer.ts'

const { values } = said('npm run tour -- [--out DIR] [--keep-data DIR]', {
  out: { type: 'string', default: 'tour' },
  'keep-data': { type: 'string' }
})
const out = resolve(values.out)
const kept = values['keep-data'] ? resolve(values['keep-data']) : undefined
mkdirSync(out, { recursive: true })
// only what an earlier tour left: the folder may be anybody's
for (const name of readdirSync(out)) if (/^(?:\d\d-.+\.png|letter\.pdf|report\.json)$/.test(name)) rmSync(join(out, name))

const data = kept ?? newFolder()
const printer = await openPrinter()
const startedAt = performance.now()
// a stick with a list, as the ministry's site gives it
const stick = join(newFolder(), 'FLASHDISK')
mkdirSync(stick)
writeFileSync(
  join(stick, 'dtsen-kendal-2027-T1.csv'),
  `ID KELUARGA;NIK;NO KK;NAMA LENGKAP;HUBUNGAN;TGL LAHIR;JK;ALAMAT;DESA;KECAMATAN;KABUPATEN;DESIL;PBI JK;PKH\r\n1;3324145708900011;3324141203150099;SRI WAHYUNI CONTOH;ISTRI;17/08/1990;P;DUSUN KRAJAN;KEBONHARJO;PATEBON;KENDAL;4;TIDAK;YA\r\n`
)
const desk = await openDeskApp(data, { ...printer.env, LOKET_DRIVES: stick })
const steps: { step: string; ms: number; mainBlockMs: number }[] = []
const startMs = Math.round(performance.now() - startedAt)
await desk.app.evaluate(() => {
  const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  Object.assign(globalThis, { tourDelay: delay })
})

/** The longest time since the last look during which the main process did nothing else, in ms. */
const longestBlock = () =>
  desk.app.evaluate(() => {
    const { tourDelay } = globalThis as unknown as { tourDelay: { max: number; reset(): void } }
    const ms = Math.round(tourDelay.max / 1e5) / 10
    tourDelay.reset()
    return ms
  })
const timed = async <T>(step: string, act: () => Promise<T>): Promise<T> => {
  const from = performance.now()
  const value = await act()
  steps.push({ step, ms: Math.round(performance.now() - from), mainBlockMs: await longestBlock() })
  return value
}

try {
  const camera = createCamera(desk.page, out)
  const played = await playTour({ desk, camera, out, printer, timed })
  const letterFile = join(out, 'letter.pdf')
  const report = {
    executable: findElectron().kind,
    node: process.version,
    printer: printer.name,
    letter: { ...played.letter, file: letterFile, sha256: sha256(played.frozen), ...pageSizeOf(letterFile) },
    printed: played.printed,
    verified: played.verified,
    longestMainBlockMs: Math.max(await longestBlock(), ...steps.map(step => step.mainBlockMs)),
    pageErrors: desk.errors,
    screenshots: camera.taken,
    startMs,
    steps
  }
  writeFileSync(join(out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`)
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n\nThe letter lies in ${letterFile}\n`)
  if (desk.errors.length > 0) process.exitCode = 1
} finally {
  await desk.close()
  await printer.close()
  removeFolder(dirname(stick))
  if (!kept) removeFolder(data)
}
