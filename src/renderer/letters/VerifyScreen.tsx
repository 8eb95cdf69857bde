import { Placeholder } from '../ui/Placeholder'

export function VerifyScreen() {
  return <Placeholder title="VerifyScreen" />
}
