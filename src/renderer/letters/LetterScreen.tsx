import { Placeholder } from '../ui/Placeholder'

export function LetterScreen() {
  return <Placeholder title="LetterScreen" />
}
