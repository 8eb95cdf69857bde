// The programs outside npm that the desk and its tests use, and how a Debian gets them.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium } from './chromium-path.mjs'

const LISTS = '/var/lib/apt/lists'
const WEEK = 7 * 24 * 3600 * 1000

/** Debian keeps each version of PostgreSQL in a folder of its own, and none on the path. */
const hasPostgres = () =>
  existsSync('/usr/lib/postgresql') &&
  readdirSync('/usr/lib/postgresql').some(version => existsSync(`/usr/lib/postgresql/${version}/bin/initdb`))

const onPath = name => (process.env.PATH ?? '').split(delimiter).some(folder => existsSync(join(folder, name)))

/** What only the tests use, on Linux: they cut the power, read the letters back, print them to a virtual printer, and keep a district in PostgreSQL. */
const testTools = [
  { package: 'gcc', isThere: () => onPath('cc') },
  { package: 'libc6-dev', isThere: () => existsSync('/usr/include/dlfcn.h') },
  { package: 'poppler-utils', isThere: () => onPath('pdfinfo') && onPath('pdftotext') },
  { package: 'zbar-tools', isThere: () => onPath('zbarimg') },
  { package: 'cups', isThere: () => existsSync('/usr/sbin/cupsd') },
  { package: 'cups-client', isThere: () => onPath('lp') && onPath('lpstat') },
  { package: 'printer-driver-cups-pdf', isThere: () => existsSync('/usr/lib/cups/backend/cups-pdf') },
  { package: 'postgresql', isThere: () => onPath('initdb') || hasPostgres() }
]

/**
 * Installs what is missing where this may be done without asking (Debian and Ubuntu, as root); elsewhere says which command does it.
 * Ends the process when `purpose` ("start" or "test") cannot be reached without it.
 */
export function installMissing({ purpose, hasElectron }) {
  let missing = missingPackages(hasElectron)
  if (missing.length === 0) return
  if (mayInstall()) {
    install(missing)
    missing = missingPackages(hasElectron)
    if (missing.length === 0) return
  }
  const needsBrowser = missing.includes('chromium')
  const isEssential = needsBrowser || purpose === 'test'
  const forWhat = needsBrowser
    ? 'to show a window'
    : 'by the tests, to cut the power, to read letters back, to print them, and to run a district server'
  process.stderr.write(`\nMissing on this machine: ${missing.join(', ')}. Needed ${forWhat}.\n${advice(missing)}\n\n`)
  if (isEssential) process.exit(1)
}

function missingPackages(hasElectron) {
  const tools = process.platform === 'linux' ? testTools.filter(tool => !tool.isThere()).map(tool => tool.package) : []
  return hasElectron || findChromium() ? tools : ['chromium', ...tools]
}

const mayInstall = () => existsSync('/usr/bin/apt-get') && process.getuid?.() === 0

function advice(missing) {
  if (process.platform === 'win32') return 'Install Microsoft Edge or Google Chrome, or set CHROMIUM to the path of one.'
  if (process.platform === 'darwin') return 'Install Google Chrome or Chromium, or set CHROMIUM to the path of one.'
  const browser = missing.includes('chromium') && isUbuntu() ? 'sudo npx playwright install --with-deps chromium' : undefined
  const packages = browser ? missing.filter(name => name !== 'chromium') : missing
  const apt = packages.length > 0 ? `sudo apt-get install --no-install-recommends ${packages.join(' ')}` : undefined
  if (existsSync('/usr/bin/apt-get')) return `Run: ${[browser, apt].filter(Boolean).join(' && ')}`
  return "Install them with this system's package manager (a Chromium, poppler with its tools, zbar, CUPS with cups-pdf, PostgreSQL), or set CHROMIUM to a browser's path."
}

/** Ubuntu has Chromium as a snap only, which cannot be started with a profile of our own. */
const isUbuntu = () => existsSync('/etc/os-release') && /^ID=ubuntu$/m.test(readFileSync('/etc/os-release', 'utf8'))

function install(missing) {
  const bySnapOnly = isUbuntu() && missing.includes('chromium')
  const packages = bySnapOnly ? missing.filter(name => name !== 'chromium') : missing
  process.stdout.write(`Installing what is missing on this machine: ${missing.join(', ')}.\n`)
  const isFirstTryGood = areListsFresh() && aptInstall(packages)
  if (!isFirstTryGood) {
    run('apt-get', ['update', '-q'])
    aptInstall(packages)
  }
  if (bySnapOnly)
    run(process.execPath, [
      fileURLToPath(new URL('../node_modules/@playwright/test/cli.js', import.meta.url)),
      'install',
      '--with-deps',
      'chromium'
    ])
}

const aptInstall = packages => packages.length === 0 || run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages])

function areListsFresh() {
  if (!existsSync(LISTS)) return false
  const times = readdirSync(LISTS)
    .filter(name => name.includes('_Packages'))
    .map(name => statSync(join(LISTS, name)).mtimeMs)
  return times.length > 0 && Date.now() - Math.max(...times) < WEEK
}

function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0
}
