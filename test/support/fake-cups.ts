// Scripted `lp`, `lpstat` and `cancel`, for spoolers that are absent, stuck, lying or silent.
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type FakeCups = { env: Record<string, string>; calls(): string[]; remove(): void }

/** What `lpstat` prints for each thing it is asked; the rest is silent. */
export type FakeLpstat = { running?: boolean; names?: string[]; state?: string; queued?: string; completed?: string }

/** A folder that stands first on PATH. `lp` and `cancel` are lines of shell; without `lp` the tool is missing. */
export function fakeCups(lpstat: FakeLpstat | 'hangs', { lp, cancel = 'exit 0' }: { lp?: string; cancel?: string } = {}): FakeCups {
  const folder = mkdtempSync(join(tmpdir(), 'slrt-fake-cups-'))
  const log = join(folder, 'calls')
  writeFileSync(log, '')
  const tool = (name: string, body: string) => {
    writeFileSync(join(folder, name), `#!/bin/sh\necho "${name} $*" >> '${log}'\n${body}\n`)
    chmodSync(join(folder, name), 0o755)
  }
  tool('lpstat', lpstat === 'hangs' ? 'exec sleep 60' : answers(lpstat))
  if (lp !== undefined) tool('lp', lp)
  tool('cancel', cancel)
  return {
    env: { PATH: lp === undefined ? folder : `${folder}:/usr/bin:/bin`, HOME: folder },
    calls: () => readFileSync(log, 'utf8').trim().split('\n'),
    remove: () => rmSync(folder, { recursive: true, force: true })
  }
}

const answers = ({ running = true, names = ['Loket'], state = 'is idle.  enabled since Sat', queued = '', completed = '' }: FakeLpstat) => `
case "$*" in
  -r) echo "scheduler is ${running ? 'running' : 'not running'}" ;;
  -e) ${names.length === 0 ? ':' : `printf '%s\\n' ${names.join(' ')}`} ;;
  -d) echo "system default destination: ${names[0] ?? ''}" ;;
  -p*) echo "printer ${names[0] ?? ''} ${state}" ;;
  *not-completed*) ${queued === '' ? ':' : `echo "${queued}"`} ;;
  *completed*) ${completed === '' ? ':' : `echo "${completed}"`} ;;
esac`
