import { expect, it } from 'vitest'
import { auditHead } from '#main/audit/audit-chain'
import { verifyAudit } from '#main/audit/verify-audit'
import { testDesk, value } from '#test/support/test-desk'

it('prints the signed head of the access log on the register, and the log holds it ever after', async () => {
  const { api, desk } = await testDesk({ officer: 'manager' })
  const [book] = value(await api.letters.books({}))
  const sheet = value(await api.letters.showPaper({ paper: { kind: 'register', bookId: book?.id ?? '' } }))
  if (sheet.kind !== 'register' || !sheet.accessLog) throw new Error('the register names the access log')
  expect(auditHead(desk.raw).n).toBeGreaterThan(sheet.accessLog.n)
  const { n, hash } = sheet.accessLog
  const check = await verifyAudit(desk.raw, desk.author, [{ n, hash: hash.slice(0, 16) }])
  expect(check).toMatchObject({ trouble: null, sealedTo: n })
})
