// Reads frames in a thread of its own, while the server's own writes those before.
import { frameWork } from '#wire/frame-work'
import { serveWork } from '#wire/work-thread'

serveWork(frameWork)
