import { FileList } from '#shared/sync/district-file'
import type { Context } from '../context'
import { inDistrict } from '../database/inside'
import { getCaller } from '../devices/device-requests'
import type { App } from '../http'
import { listFiles, signedOf } from './files.store'

/** Which files the district has for its desks, each signed; their bytes are fetched as attachments are. SPEC R1. */
export function fileRoutes(app: App, { server, devices }: Context): void {
  app.get('/v1/files', { ...devices, schema: { response: { 200: FileList } } }, async request => {
    const files = await inDistrict(server, getCaller(request).district, listFiles)
    return { files: files.map(signedOf) }
  })
}
