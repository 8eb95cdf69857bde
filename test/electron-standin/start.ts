// Resolves 'electron' to the stand-in, for import and require alike, then runs the built main process it was given.
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { becomeReady } from './app.ts'
import { launch } from './launch.ts'

const shim = new URL('./electron.ts', import.meta.url).href
registerHooks({
  resolve: (name, context, next) =>
    name === 'electron' || name === 'electron/main' || name === 'electron/common'
      ? { url: shim, format: 'module-typescript', shortCircuit: true }
      : next(name, context)
})

// Electron is ready only after the app's own code has run once: waiting for that in its top level never ends
const stuck = setTimeout(() => {
  process.stderr.write('stand-in: the main process has not run to its end for 20 s; does its top level wait for app.whenReady()?\n')
}, 20_000)
await import(pathToFileURL(launch.entry).href)
clearTimeout(stuck)
becomeReady()
