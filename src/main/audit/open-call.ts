import type { AuditKind } from '#shared/audit/audit-line'

/** The call in which something happens, as the access log names it; `entered` says that a write has left its line already, `second` who was named to confirm it. */
export type OpenCall = { readonly channel: string; readonly kind: AuditKind; entered: boolean; second?: string }
