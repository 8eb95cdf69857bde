// A CUPS scheduler of our own with the virtual CUPS-PDF printer, in a temporary folder and on a private socket.
// It never touches the system's CUPS. The backend must run as root, so this works for root on Debian only.
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { runTool } from '#main/printing/run-tool'

const PRINTER = 'Loket-PDF'
const BACKEND = '/usr/lib/cups/backend/cups-pdf'
const SCHEDULER = '/usr/sbin/cupsd'
const PPD = '/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd'
/** Where CUPS-PDF puts the output of a user the system does not know. */
const ANONYMOUS = '/var/spool/cups-pdf/ANONYMOUS'

export type Cups = {
  printer: string
  env: Record<string, string>
  outputFolder: string
  setPaper(isThere: boolean): void
  stop(): Promise<void>
}

/** Whether a scheduler with CUPS-PDF can be started here. */
export const canStartCups = (): boolean => process.getuid?.() === 0 && [SCHEDULER, BACKEND, PPD].every(path => existsSync(path))

/** Starts the scheduler; each printed job becomes `outputFolder/job-N.pdf`. Call `stop` at the end. */
export async function startCups(): Promise<Cups> {
  const root = mkdtempSync(join(tmpdir(), 'slrt-cups-'))
  const at = (name: string) => join(root, name)
  const folder = (name: string, mode: number) => {
    mkdirSync(at(name), { recursive: true })
    chmodSync(at(name), mode)
    return at(name)
  }
  chmodSync(root, 0o755)
  for (const name of ['server', 'server/ppd', 'cache', 'state', 'log', 'bin', 'bin/backend']) folder(name, 0o755)
  folder('spool', 0o711)
  folder('spool/tmp', 0o770)
  const outputFolder = folder('out', 0o777)
  for (const part of ['filter', 'cgi-bin', 'daemon', 'driver', 'monitor', 'notifier'])
    if (existsSync(`/usr/lib/cups/${part}`)) symlinkSync(`/usr/lib/cups/${part}`, at(`bin/${part}`))

  writeFileSync(at('bin/backend/cups-pdf'), backend(root), { mode: 0o700 })
  writeFileSync(at('server/cups-files.conf'), filesConf(root))
  const socket = at('cups.sock')
  writeFileSync(at('server/cupsd.conf'), cupsdConf(socket))

  const scheduler = spawn(SCHEDULER, ['-f', '-c', at('server/cupsd.conf'), '-s', at('server/cups-files.conf')], { stdio: 'ignore' })
  const ended = new Promise<void>(resolve => scheduler.once('exit', () => resolve()))
  const env = { PATH: process.env.PATH ?? '', HOME: root, CUPS_SERVER: socket, LC_ALL: 'C' }
  const cups: Cups = {
    printer: PRINTER,
    env,
    outputFolder,
    setPaper: isThere => (isThere ? rmSync(at('no-paper'), { force: true }) : writeFileSync(at('no-paper'), '')),
    async stop() {
      scheduler.kill('SIGTERM')
      await Promise.race([ended, pause(5_000).then(() => scheduler.kill('SIGKILL'))])
      rmSync(root, { recursive: true, force: true })
    }
  }
  try {
    await until(() => existsSync(socket), 'the scheduler did not open its socket', at('log/error_log'))
    await ask(env, '/usr/sbin/lpadmin', [
      '-p',
      PRINTER,
      '-E',
      '-v',
      'cups-pdf:/',
      '-P',
      PPD,
      '-o',
      'printer-error-policy=stop-printer',
      '-o',
      'pdftops-renderer-default=pdftocairo'
    ])
    await ask(env, '/usr/sbin/lpadmin', ['-d', PRINTER])
  } catch (error) {
    await cups.stop()
    throw error
  }
  return cups
}

/** Runs an administrator's tool (`cupsdisable`, `cupsreject`, `lpadmin`) against this scheduler. */
export async function ask(env: Record<string, string>, tool: string, args: string[]): Promise<string> {
  const answer = await runTool(tool, args, { env, timeoutMs: 20_000 })
  if (answer.kind !== 'ended' || answer.code !== 0) throw new Error(`${tool}: ${answer.kind === 'ended' ? answer.stderr : answer.kind}`)
  return answer.stdout
}

/** The PDFs that came out so far, oldest job first. */
export const printedFiles = (cups: Cups): string[] =>
  readdirSync(cups.outputFolder)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map(name => join(cups.outputFolder, name))

/**
 * CUPS-PDF's folders are fixed in /etc; so it runs as an unknown user with a title of ours, and what it made is moved here.
 * Without paper it waits and says so, as a printer's own backend does.
 */
const backend = (root: string): string => `#!/bin/sh
[ $# -eq 0 ] && exec ${BACKEND}
while [ -e "${root}/no-paper" ]; do echo "STATE: +media-empty-error" >&2; sleep 0.2; done
echo "STATE: -media-empty-error" >&2
mark="slrt$$x$1"
${BACKEND} "$1" "$mark" "$mark" "$4" "$5 TitlePref=1" $6
rc=$?
for made in ${ANONYMOUS}/*"$mark"*.pdf; do [ -e "$made" ] && mv "$made" "${root}/out/job-$1.pdf"; done
exit $rc
`

const filesConf = (root: string): string => `ServerRoot ${root}/server
ServerBin ${root}/bin
CacheDir ${root}/cache
StateDir ${root}/state
RequestRoot ${root}/spool
TempDir ${root}/spool/tmp
AccessLog ${root}/log/access_log
ErrorLog ${root}/log/error_log
PageLog ${root}/log/page_log
FileDevice Yes
SystemGroup root
`

const cupsdConf = (socket: string): string => `Listen ${socket}
LogLevel warn
Browsing Off
WebInterface No
PreserveJobHistory Yes
PreserveJobFiles No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
`

async function until(isTrue: () => boolean, problem: string, log: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (isTrue()) return
    await pause(50)
  }
  throw new Error(`${problem}\n${existsSync(log) ? readFileSync(log, 'utf8') : ''}`)
}
