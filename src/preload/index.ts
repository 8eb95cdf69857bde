import { contextBridge, ipcRenderer } from 'electron'
import { channels } from '#shared/rpc/channels'
import { createApi } from '#shared/rpc/create-api'
import type { Announcement } from '#shared/rpc/events'
import { refuseDrops } from './refuse-drops'

type Listener = (announcement: Announcement) => void

// no function of Electron and no event object ever reaches the page
const on = (listener: Listener): (() => void) => {
  const hear = (_event: unknown, announcement: Announcement): void => listener(announcement)
  ipcRenderer.on('announce', hear)
  return () => void ipcRenderer.off('announce', hear)
}

const api = createApi<Record<string, unknown>>(channels, (channel, input) => ipcRenderer.invoke(channel, input))
contextBridge.exposeInMainWorld('desk', { ...api, on })
refuseDrops()
