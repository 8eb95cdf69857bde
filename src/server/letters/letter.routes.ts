import { z } from 'zod'
import { localDateOf } from '#shared/clock'
import type { Context } from '../context'
import type { App } from '../http'
import { byAddress } from '../limits'
import { type Checked, checkLetter } from './check-letter'

/** Of Indonesia's zones the one where a day ends last: no letter is past before it is so everywhere. */
const LAST_ZONE = 'WIB'

const SENTENCES: Record<Checked['kind'], string> = {
  'in-force': 'Surat ini asli dan berlaku.',
  past: 'Surat ini asli, tetapi MASA BERLAKUNYA SUDAH LEWAT.',
  void: 'Surat ini asli, tetapi sudah DIBATALKAN.',
  'not-here-yet': 'Tanda pada surat ini asli. Suratnya belum sampai di server kabupaten; silakan coba lagi besok.',
  forged: 'Tanda pada surat ini PALSU.',
  'unknown-key': 'Surat ini tidak dibuat oleh loket yang terdaftar di sini.',
  'not-a-letter-code': 'Ini bukan kode surat.',
  damaged: 'Kode tidak terbaca utuh. Silakan pindai sekali lagi.',
  'newer-version': 'Kode ini dibuat oleh versi program yang lebih baru.'
}

/** The page that a letter's code opens for anyone: whether the paper is genuine and in force, and nobody's name. */
export function letterRoutes(app: App, { server, limits, limitAll, now }: Context): void {
  const schema = { params: z.object({ code: z.string().max(1_000) }), response: { 200: z.string() } }
  app.get('/p/:code', { onRequest: limitAll(limits.strangerCalls, byAddress), schema }, async (request, reply) => {
    const checked = await checkLetter(server, request.params.code, localDateOf(now(), LAST_ZONE))
    reply.type('text/html; charset=utf-8').headers({
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer'
    })
    return page(checked)
  })
}

function page(checked: Checked): string {
  const facts = 'number' in checked ? `<p>Nomor <b>${asText(checked.number)}</b>, tanggal ${asText(checked.issuedOn)}</p>` : ''
  return `<!doctype html><html lang="id"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Pemeriksaan surat</title><style>body{font:18px/1.5 system-ui;max-width:36rem;margin:3rem auto;padding:0 1rem}</style>
<h1>Pemeriksaan surat</h1><p>${SENTENCES[checked.kind]}</p>${facts}</html>`
}

const asText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
