import { Placeholder } from '../ui/Placeholder'

export function ReferralsScreen() {
  return <Placeholder title="ReferralsScreen" />
}
