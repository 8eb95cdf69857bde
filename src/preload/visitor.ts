import { contextBridge, ipcRenderer } from 'electron'
import { refuseDrops } from './refuse-drops'

// two channels and no call of the desk: this window can ask for nothing, it is only told
contextBridge.exposeInMainWorld('visitor', {
  onPage: (take: (page: unknown) => void): void => {
    ipcRenderer.on('visitor:page', (_event, page: unknown) => take(page))
    ipcRenderer.send('visitor:ready')
  },
  answer: (answer: unknown): void => ipcRenderer.send('visitor:answer', answer)
})
refuseDrops()
