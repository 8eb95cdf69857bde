// The thread that judges passwords.
import { serveWork } from '#wire/work-thread'
import { passwordWork } from './password-work'

serveWork(passwordWork)
