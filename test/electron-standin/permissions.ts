import type { Devtools } from './devtools.ts'
import { toChromium } from './protocol.ts'
import type { StandInSession } from './session.ts'

// Electron's names for permissions, and Chromium's
const names: Record<string, readonly object[]> = {
  geolocation: [{ name: 'geolocation' }],
  notifications: [{ name: 'notifications' }],
  midi: [{ name: 'midi' }],
  midiSysex: [{ name: 'midi', sysex: true }],
  media: [{ name: 'camera' }, { name: 'microphone' }],
  'clipboard-read': [{ name: 'clipboard-read' }],
  'clipboard-sanitized-write': [{ name: 'clipboard-write' }],
  'display-capture': [{ name: 'display-capture' }],
  'idle-detection': [{ name: 'idle-detection' }],
  'speaker-selection': [{ name: 'speaker-selection' }],
  'storage-access': [{ name: 'storage-access' }],
  'window-management': [{ name: 'window-management' }]
}

/** Asks the session's handlers about every permission and has Chromium obey them on that origin. */
export async function obeyPermissions(devtools: Devtools, session: StandInSession, contents: Electron.WebContents, origin: string) {
  await Promise.all(
    Object.entries(names).map(async ([name, permissions]) => {
      const setting = (await session.standin.isAllowed(contents, name, origin)) ? 'granted' : 'denied'
      const place = { setting, origin: toChromium(origin) }
      await Promise.all(permissions.map(permission => devtools.send('Browser.setPermission', { permission, ...place })))
    })
  )
}
