// Where a browser of the Chromium family is on this machine, for the stand-in and for the set-up.
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const WINDOWS_PATHS = [
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe'
]
const MAC_PATHS = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(name => `/Applications/${name}.app/Contents/MacOS/${name}`)

/** The browser to use: CHROMIUM, else the usual names and places; undefined when this machine has none. */
export function findChromium() {
  return process.env.CHROMIUM || places().find(path => existsSync(path))
}

function places() {
  const { PATH = '', ProgramFiles, LOCALAPPDATA } = process.env
  if (process.platform === 'win32') {
    const programs = [ProgramFiles, process.env['ProgramFiles(x86)'], LOCALAPPDATA].filter(folder => folder !== undefined)
    return programs.flatMap(folder => WINDOWS_PATHS.map(path => join(folder, path)))
  }
  if (process.platform === 'darwin') return MAC_PATHS
  return [...NAMES.flatMap(name => PATH.split(delimiter).map(folder => join(folder, name))), ...ofPlaywright()]
}

/** What `playwright install chromium` left in the user's cache. */
function ofPlaywright() {
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ms-playwright')
  if (!existsSync(cache)) return []
  const builds = readdirSync(cache).filter(name => /^chromium-\d+$/.test(name))
  return builds.flatMap(build => ['chrome-linux64', 'chrome-linux'].map(folder => join(cache, build, folder, 'chrome')))
}
