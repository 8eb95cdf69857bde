import { readFileSync } from 'node:fs'
import { counted } from '#shared/counted'
import { MOST_RENEWALS } from '#shared/sync/feed-renewals'
import { certificateEnd } from '../certificate-end'
import { isMuch } from '../devices/brought.store'
import { listHealth } from '../health/health.store'
import { LIMITS } from '../limits'
import type { Command } from './shell'
import { readArgs, withServer } from './with-server'

export const status: Command = {
  usage: 'status   how each district fares',
  async run(shell, args) {
    const given = readArgs(args)
    const found = await withServer(shell, given, server => listHealth(server, shell.now()))
    if (found.length === 0) shell.say('There is no district here yet.')

    for (const {
      district,
      head,
      desks,
      unconfirmed,
      oldestUnseen,
      waiting,
      refused,
      backupSeconds,
      renewals,
      brought,
      rewrittenLogs
    } of found) {
      shell.say(`${district}: ${counted(head, 'change')} in the feed, ${waiting} waiting, ${refused} refused`)
      shell.say(`  desks: ${desks}${unconfirmed > 0 ? `, and ${unconfirmed} to be confirmed` : ''}`)
      if (oldestUnseen) shell.say(`  longest silent: desk ${oldestUnseen.desk}, ${ageOf(oldestUnseen.seconds)}`)
      for (const { desk, times } of renewals) shell.say(`  ${renewed(desk, times)}`)
      for (const { desk, bytes } of brought) if (isMuch(bytes)) shell.say(`  ${broughtMuch(desk, bytes)}`)
      for (const desk of rewrittenLogs)
        shell.say(`  THE ACCESS LOG OF DESK ${desk} IS NOT THE ONE KNOWN HERE: see npm run district -- access-log --desk ${desk}`)
      shell.say(`  last backup: ${backupSeconds === null ? 'never' : `${ageOf(backupSeconds)} ago`}`)
    }
    if (shell.env.DISTRICT_TLS_CERT) shell.say(certificateSaid(shell.env.DISTRICT_TLS_CERT, shell.now()))
  }
}

/** So long before its end somebody has to look why a certificate was not renewed: those that renew themselves do so a month before. */
const SOON_DAYS = 21
const DAY_MS = 86_400_000

function certificateSaid(file: string, now: number): string {
  const end = endOf(file)
  if (end === undefined) return `THE CERTIFICATE CANNOT BE READ: ${file}`
  const [days, day] = [Math.floor((end - now) / DAY_MS), new Date(end).toISOString().slice(0, 10)]
  if (days < 0) return `THE CERTIFICATE RAN OUT ON ${day}: no desk speaks with this server until it is renewed`
  if (days < SOON_DAYS)
    return `THE CERTIFICATE RUNS OUT ON ${day}, in ${counted(days, 'day')}: renew it, or no desk speaks with this server`
  return `certificate: until ${day}`
}

function endOf(file: string): number | undefined {
  try {
    return certificateEnd(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

const gigabytes = (bytes: number): string => (bytes / 1_073_741_824).toFixed(1)

const broughtMuch = (desk: string, bytes: number): string =>
  bytes < LIMITS.deviceDayBytes
    ? `desk ${desk} has brought ${gigabytes(bytes)} GB today: as one may that has just joined, or gives back what this server lost`
    : `DESK ${desk} HAS BROUGHT ${gigabytes(bytes)} GB TODAY and has to wait until tomorrow: look at that PC, then npm run district -- release ${desk}`

const renewed = (desk: string, times: number): string =>
  times < MOST_RENEWALS
    ? `desk ${desk} has seen more than this server holds: all desks took the feed anew, ${counted(times, 'time')} within a day`
    : `DESK ${desk} HAS MADE ALL DESKS TAKE THE FEED ANEW ${times} TIMES WITHIN A DAY and is not heard when it asks for it again: look at that PC, then npm run district -- release ${desk}`

function ageOf(seconds: number): string {
  if (seconds < 120) return counted(seconds, 'second')
  if (seconds < 7_200) return `${Math.round(seconds / 60)} minutes`
  return seconds < 172_800 ? `${Math.round(seconds / 3_600)} hours` : `${Math.round(seconds / 86_400)} days`
}
