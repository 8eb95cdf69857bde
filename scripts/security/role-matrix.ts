import { type Audit, audits } from '#shared/audit/audits'
import type { DeskContract } from '#shared/contract'
import { ROLES } from '#shared/officers/officer'
import { mayCall, permissions, secondOf } from '#shared/permissions'
import type { ChannelOf } from '#shared/rpc/call'

type Channel = ChannelOf<DeskContract>

const START = '<!-- roles: written by scripts/security-doc.ts -->'
const END = '<!-- end of roles -->'

const MARK = { yes: '●', no: '·' }

/** Every call, who may make it, of whom another officer has to confirm it, and what line it leaves in the access log. */
export function roleMatrix(): string {
  const rows = (Object.keys(permissions) as Channel[]).map(channel => {
    const rule: Audit<Channel> = audits[channel] as Audit<Channel>
    const who = [undefined, ...ROLES].map(role => (mayCall(channel, role && [role]) ? MARK.yes : MARK.no))
    return `| \`${channel}\` | ${who.join(' | ')} | ${secondOf(channel)?.join(', ') ?? ''} | ${rule === 'none' ? '' : rule.kind} |`
  })
  return [`| call | nobody | ${ROLES.join(' | ')} | second | log |`, `|---|${':-:|'.repeat(ROLES.length + 1)}---|---|`, ...rows].join('\n')
}

/** The page with the matrix as it is now. */
export function withMatrix(page: string): string {
  const [from, to] = [page.indexOf(START), page.indexOf(END)]
  if (from < 0 || to < from) throw new Error('docs/security.md has no place for the matrix')
  return `${page.slice(0, from + START.length)}\n${roleMatrix()}\n${page.slice(to)}`
}
