// The thread that makes a searchable copy of the register.
import { serveWork } from '#wire/work-thread'
import { registryWork } from './registry-work'

serveWork(registryWork)
