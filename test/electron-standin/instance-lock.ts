import { readFileSync, rmSync, writeFileSync } from 'node:fs'

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Takes the lock file for as long as this process lives; false while another living process has it. */
export function holdLock(path: string): boolean {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' })
      process.on('exit', () => rmSync(path, { force: true }))
      return true
    } catch {
      const owner = Number(readFileSync(path, 'utf8'))
      if (owner === process.pid) return true
      if (owner > 0 && isRunning(owner)) return false
      rmSync(path, { force: true })
    }
  }
  return false
}
