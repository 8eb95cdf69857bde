// The built desk in Electron, or in the stand-in where Electron's binary cannot be had; driven the same way.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { findElectron } from '../../../scripts/electron-path.mjs'

const ROOT = join(import.meta.dirname, '../../..')

export type DeskApp = {
  app: ElectronApplication
  page: Page
  data: string
  errors: string[]
  close(): Promise<void>
  kill(): Promise<void>
}

/** A new data folder; the caller removes it with `removeFolder`. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'loket-e2e-'))
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })

/**
 * Opens the desk on a data folder at the size of an office screen. Errors of the page are collected, and a test can ask for none.
 * `program`: the folder of another build than this one's.
 */
export async function openDeskApp(data: string, env: Record<string, string> = {}, program = ROOT): Promise<DeskApp> {
  const { path } = findElectron()
  const app = await _electron.launch({
    executablePath: path,
    args: [program, '--data', data, '--windowed'],
    env: { ...(process.env as Record<string, string>), ...env }
  })
  const page = await app.firstWindow()
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.getByRole('main').waitFor()
  return {
    app,
    page,
    data,
    errors,
    close: () => app.close(),
    kill: async () => {
      const child = app.process()
      const gone = new Promise(resolve => child.once('exit', resolve))
      child.kill('SIGKILL')
      await gone
    }
  }
}
