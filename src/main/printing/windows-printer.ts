import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { type Printer, type PrinterEntry, type PrintOutcome, SpoolerDown } from './printer'
import { runTool } from './run-tool'
import { newSpooled } from './spooled'

const SUMATRA = 'SumatraPDF-3.4.6-32.exe'
const LIST =
  '[Console]::OutputEncoding=[Text.UTF8Encoding]::new($false); $d=(Get-CimInstance Win32_Printer -Filter Default=true).Name; ' +
  '@(Get-Printer | ForEach-Object { [pscustomobject]@{ Name=$_.Name; IsDefault=($_.Name -eq $d); Status=[int]$_.PrinterStatus } }) | ConvertTo-Json'

const Listed = z.object({ Name: z.string(), IsDefault: z.boolean(), Status: z.int() })
const Listing = z.union([z.array(Listed), Listed.transform(only => [only])])

/**
 * Prints on Windows with SumatraPDF, which `pdf-to-printer` carries, because Electron's silent print ignores custom pages there.
 * NOT RUN ON WINDOWS YET: written from the documentation of both tools; the port's tests run against CUPS only.
 */
export function windowsPrinter(env: NodeJS.ProcessEnv = process.env): Printer {
  const list = async (): Promise<PrinterEntry[]> => {
    const answer = await runTool('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', LIST], { env, timeoutMs: 20_000 })
    if (answer.kind !== 'ended' || answer.code !== 0) throw new SpoolerDown(answer.kind)
    return readListing(answer.stdout)
  }

  return {
    list,
    async print({ pdf, printer, signal }): Promise<PrintOutcome> {
      if (signal?.aborted) return { kind: 'cancelled' }
      const printers = await list().catch((cause: unknown) => {
        if (cause instanceof SpoolerDown) return undefined
        throw cause
      })
      if (!printers) return { kind: 'failed', reason: 'spooler-down', detail: 'Get-Printer did not answer' }
      const chosen = printers.find(({ name }) => name === printer)
      if (!chosen) return { kind: 'failed', reason: 'no-printer', detail: 'Windows knows no printer of this name' }
      if (chosen.state === 'stopped') return { kind: 'failed', reason: 'stopped', detail: 'the printer is paused, offline or in error' }

      const folder = await newSpooled()
      const file = join(folder, `${randomUUID()}.pdf`)
      try {
        await writeFile(file, pdf, { mode: 0o600 })
        const args = ['-print-to', printer, '-silent', '-exit-when-done', '-print-settings', 'noscale,simplex', file]
        const answer = await runTool(sumatraPath(), args, { env, timeoutMs: 90_000, signal })
        if (answer.kind === 'aborted') return { kind: 'cancelled' }
        if (answer.kind === 'missing') return { kind: 'failed', reason: 'spooler-down', detail: 'SumatraPDF is missing' }
        if (answer.kind === 'timed-out') return { kind: 'no-answer' }
        return answer.code === 0
          ? { kind: 'spooled', jobId: 'sumatra' }
          : { kind: 'failed', reason: 'rejected', detail: `SumatraPDF ended with ${answer.code}` }
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    }
  }
}

/** PrinterStatus of MSFT_Printer: 0 normal, 1 paused, 2 error, 3 deleting, 4 paper jam, 5 paper out, 7 paper problem, 8 offline, 10 busy, 11 printing, 22 door open. */
export function readListing(json: string): PrinterEntry[] {
  if (json.trim() === '') return []
  return Listing.parse(JSON.parse(json)).map(({ Name, IsDefault, Status }) => ({
    name: Name,
    isDefault: IsDefault,
    state: stateOf(Status)
  }))
}

function stateOf(status: number): PrinterEntry['state'] {
  if (status === 0) return 'idle'
  if ([10, 11].includes(status)) return 'busy'
  if ([1, 2, 3, 4, 5, 7, 8, 22].includes(status)) return 'stopped'
  return 'unknown'
}

/** An installed desk carries the program in its resources folder; from a checkout it is in the package it comes with. */
function sumatraPath(): string {
  const installed = join(process.resourcesPath ?? '', 'tools', 'SumatraPDF.exe')
  if (existsSync(installed)) return installed
  return join(dirname(createRequire(import.meta.url).resolve('pdf-to-printer')), SUMATRA)
}
