// Small libraries in C that stand between the desk and its disk. They need Linux and a C compiler.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder for what is broken: where the tests say, which remove all of it; else in memory where there is such a thing, because the disk itself is not tried. */
export function scratch(name: string): string {
  const parent = process.env.TMPDIR || !existsSync('/dev/shm') ? tmpdir() : '/dev/shm'
  return mkdtempSync(join(parent, `faults-${name}-`))
}

export function compile(source: string, folder: string): string {
  const library = join(folder, `${source}.so`)
  run('cc', ['-shared', '-fPIC', '-O1', '-o', library, join(import.meta.dirname, `${source}.c`), '-ldl'], {})
  return library
}

/** Runs one of these programs with a library before it; what it prints. */
export function runBehind(library: string, program: string, args: readonly string[], env: Record<string, string>): string {
  const loader = ['--import', join(import.meta.dirname, '../extensionless.ts')]
  return run(process.execPath, [...loader, join(import.meta.dirname, program), ...args], { LD_PRELOAD: library, ...env })
}

function run(command: string, args: readonly string[], env: Record<string, string>): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe']
  })
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr.slice(-2000)}`)
  return stdout
}
