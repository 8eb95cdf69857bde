import { Placeholder } from '../ui/Placeholder'

export function CaseScreen() {
  return <Placeholder title="CaseScreen" />
}
