import type { KeyProtection } from '#shared/office/office.contract'
export function SetupWizard({ today }: { today: string; keyProtection: KeyProtection }) {
  return <p>{today}</p>
}
