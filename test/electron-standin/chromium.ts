import { spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { findChromium } from '../../scripts/chromium-path.mjs'
import { connectDevtools, type Devtools } from './devtools.ts'
import { makeProfile, removeProfile } from './profile.ts'

/** How a Chromium is started: with windows on the screen (the first one without browser bars), or without any screen. */
export type Look = { kind: 'headless' } | { kind: 'screen'; url: string; isKiosk: boolean; width: number; height: number }
export type Chromium = { devtools: Devtools; look: Look }

// nothing is fetched, reported or asked: on a closed network each of these would wait
const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-field-trial-config',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication,CertificateTransparencyComponentUpdater',
  '--metrics-recording-only',
  '--password-store=basic',
  '--force-color-profile=srgb',
  '--disable-search-engine-choice-screen'
]

type Running = { kill(): void; ended: Promise<void>; cleared(): void }
const running = new Set<Running>()
/** Says 'exit' when a Chromium ends that nobody stopped. */
export const chromiums = new EventEmitter<{ exit: [] }>()

/** Starts a Chromium with a profile that is gone afterwards; `isWatched` opens the port that Playwright attaches to. */
export async function startChromium(look: Look, isWatched: boolean): Promise<Chromium> {
  const path = findChromium()
  if (!path) throw new Error('stand-in: no Chromium, Chrome or Edge found; install one or name it in CHROMIUM')
  const profile = makeProfile()
  const flags = [...quiet, '--remote-debugging-pipe', `--user-data-dir=${join(profile, 'chromium')}`]
  if (isWatched) flags.push('--remote-debugging-port=0')
  if (process.getuid?.() === 0) flags.push('--no-sandbox', '--test-type')
  if (look.kind === 'headless') flags.push('--headless=new', '--no-startup-window')
  else flags.push(`--app=${look.url}`, `--window-size=${look.width},${look.height}`)
  if (look.kind === 'screen' && look.isKiosk) flags.push('--kiosk')

  const child = spawn(path, flags, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] })
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()
  const one: Running = { kill: () => child.kill('SIGKILL'), ended, cleared: () => removeProfile(profile) }
  running.add(one)
  const clear = (): void => {
    removeProfile(profile)
    end()
  }
  child.on('error', error => {
    process.stderr.write(`stand-in: ${path}: ${error.message}\n`)
    running.delete(one)
    clear()
  })
  child.on('exit', () => {
    if (running.delete(one)) chromiums.emit('exit')
  })
  // all that Chromium started holds this pipe too: when it closes, nobody writes to the profile any more
  child.on('close', clear)
  // Playwright waits for Chromium's own line, which has to start at the left edge
  child.stderr?.on('data', (chunk: Buffer) => {
    const line = isWatched ? /^DevTools listening on .*$/m.exec(chunk.toString()) : undefined
    if (line) process.stderr.write(`${line[0]}\n`)
  })
  const devtools = connectDevtools(child.stdio[3] as Writable, child.stdio[4] as Readable)
  return { devtools, look }
}

/** Ends every Chromium of this run and removes what they wrote; waits for that no longer than a second. */
export async function stopChromiums(): Promise<void> {
  const stopped = [...running]
  running.clear()
  for (const one of stopped) one.kill()
  const patience = new Promise(done => setTimeout(done, 1000).unref())
  await Promise.race([Promise.all(stopped.map(one => one.ended)), patience])
}
// whatever ended this run, Chromium does not outlive it
process.on('exit', () => {
  for (const one of running) {
    one.kill()
    one.cleared()
  }
})
