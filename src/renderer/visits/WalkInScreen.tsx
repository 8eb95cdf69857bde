import { Placeholder } from '../ui/Placeholder'

export function WalkInScreen() {
  return <Placeholder title="WalkInScreen" />
}
