import type { Server } from 'node:net'
import { isLoopback } from './config'
import { senderOf } from './sender'

/** Lets no address hold more than its share of the connections, or a single stranger would shut everybody out. A proxy on this machine stands for all who come through it. */
export function shareConnections(server: Server, most: number): void {
  const open = new Map<string, number>()
  server.on('connection', socket => {
    const remote = socket.remoteAddress?.replace(/^::ffff:/, '') ?? ''
    if (isLoopback(remote)) return
    const address = senderOf(remote)
    const count = (open.get(address) ?? 0) + 1
    if (count > most) return void socket.destroy()
    open.set(address, count)
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1
      if (left > 0) open.set(address, left)
      else open.delete(address)
    })
  })
}
