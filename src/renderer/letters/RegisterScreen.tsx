import { Placeholder } from '../ui/Placeholder'

export function RegisterScreen() {
  return <Placeholder title="RegisterScreen" />
}
