import { contextBridge, ipcRenderer } from 'electron'
import { refuseDrops } from './refuse-drops'

type Job = { id: string; sheet: unknown }
type Report = { id: string; text: string; overflow: boolean; error?: string }

contextBridge.exposeInMainWorld('sheet', {
  onRender: (take: (job: Job) => void): void => {
    ipcRenderer.on('sheet:render', (_event, job: Job) => take(job))
    ipcRenderer.send('sheet:ready')
  },
  rendered: ({ id, text, overflow, error }: Report): void => ipcRenderer.send('sheet:rendered', { id, text, overflow, error })
})
refuseDrops()
