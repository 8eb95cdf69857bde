// The thread that makes a searchable copy of the register. It starts itself a second time for what can be done beside.
import { isSecondThread, serveSecondThread } from '#registry/second-thread'
import { serveWork } from '#wire/work-thread'
import { registryWorkWith } from './registry-work'

if (isSecondThread) serveSecondThread()
else serveWork(registryWorkWith(new URL(import.meta.url)))
