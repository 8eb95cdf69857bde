// Power cuts: one recorded day, opened again from as many disks as it could have left behind.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listBackups } from '#main/backups/backup-file'
import { backupWork } from '#main/backups/backup-work'
import { checkLog } from '#main/changes/check-log'
import { headOf } from '#main/changes/log'
import { ClosedError } from '#main/database/open'
import { readKeys } from '#main/keys/desk-keys'
import { closeDesk } from '#main/open-desk'
import { between, randomFrom } from '../seeded.ts'
import { inTheOpen, openAt } from './desk-of.ts'
import { advance, type Disk, leaveBehind, readSteps } from './disk.ts'

type Said = { seq: number; hash: string; backup?: string }
export type Found = {
  points: number
  syncs: number
  acknowledged: number
  lost: number
  half: number
  corrupt: number
  closed: number
  backupsLost: number
  examples: string[]
}

/** Folding the whole log and reading whole copies is slow, so not every state does it. */
const FOLD_EVERY = 10

export async function powerCuts(points: number, seed: number, acts = 60): Promise<Found> {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'faults-'))
  try {
    const steps = readSteps(record(folder, acts, seed))
    const random = randomFrom(seed)
    const found: Found = { points: 0, syncs: 0, acknowledged: 0, lost: 0, half: 0, corrupt: 0, closed: 0, backupsLost: 0, examples: [] }
    found.syncs = steps.filter(({ op }) => op === 'S').length
    found.acknowledged = steps.filter(({ op }) => op === 'A').length
    const first = steps.findIndex(({ op }) => op === 'A')
    const cuts = Array.from({ length: points }, () => between(random, first, steps.length - 1)).sort((a, b) => a - b)
    const disk: Disk = new Map()
    const said = { last: undefined as Said | undefined, backups: [] as string[] }
    let next = 0
    for (const cut of cuts) {
      for (; next <= cut; next++) {
        const step = steps[next]
        if (!step) continue
        if (step.op !== 'A') advance(disk, step)
        else {
          said.last = JSON.parse(step.bytes.toString('utf8').slice(4)) as Said
          if (said.last.backup) said.backups.push(said.last.backup)
        }
      }
      const state = join(folder, 'state')
      leaveBehind(disk, state, random)
      await examine(state, said, found, `cut after call ${cut}`)
    }
    return found
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function record(folder: string, acts: number, seed: number): string {
  const [library, log, data] = [join(folder, 'record.so'), join(folder, 'calls'), join(folder, 'data')]
  const run = (command: string, args: string[], env: NodeJS.ProcessEnv) => {
    const { status, stderr } = spawnSync(command, args, { env, encoding: 'utf8' })
    if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr.slice(-2000)}`)
  }
  run('cc', ['-shared', '-fPIC', '-O1', '-o', library, join(import.meta.dirname, 'record.c'), '-ldl'], process.env)
  const program = [
    '--import',
    join(import.meta.dirname, '../extensionless.ts'),
    join(import.meta.dirname, 'workload.ts'),
    data,
    `${acts}`,
    `${seed}`
  ]
  run(process.execPath, program, { ...process.env, LD_PRELOAD: library, FAULTS_DIR: data, FAULTS_OUT: log })
  return log
}

async function examine(state: string, said: { last: Said | undefined; backups: string[] }, found: Found, where: string): Promise<void> {
  const tell = (kind: 'lost' | 'half' | 'corrupt' | 'closed' | 'backupsLost', what: string) => {
    found[kind]++
    if (found.examples.length < 20) found.examples.push(`${where}: ${what}`)
  }
  found.points++
  try {
    const desk = await openAt(state)
    try {
      const { seq = 0, hash } = said.last ?? {}
      const kept = desk.raw.prepare('select hash from "change" where n = ?').pluck().get(seq)
      if (headOf(desk.raw).seq < seq || (seq > 0 && kept !== hash)) tell('lost', `change ${seq} was acknowledged and is gone`)
      const here = listBackups(join(state, 'backups'), desk.author.publicKey)
      for (const name of said.backups) if (!here.some(one => one.name === name)) tell('backupsLost', `${name} is gone`)
      if (found.points % FOLD_EVERY !== 0) return
      if (desk.raw.pragma('integrity_check', { simple: true }) !== 'ok') tell('corrupt', 'the database is not whole')
      for (const table of (await checkLog(desk.db, desk.raw)).differences) tell('half', `${table} is not what the log says`)
      const keys = await readKeys(join(state, 'keys'), inTheOpen)
      for (const note of here) {
        const checked =
          keys.kind === 'found' ? await backupWork.check(join(state, 'backups', note.name), keys.keys.databaseKey, note) : undefined
        if (!checked?.isWhole) tell('corrupt', `${note.name} is not whole`)
      }
    } finally {
      await closeDesk(desk)
    }
  } catch (error) {
    tell('closed', error instanceof ClosedError ? error.reason : error instanceof Error ? error.message : String(error))
  }
}
