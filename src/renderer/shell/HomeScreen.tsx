import { Navigate } from '@tanstack/react-router'
import { BoardScreen } from '../cases/BoardScreen'
import { useMay } from '../session'
import { screens } from './screens'

/** Where an officer arrives: today's board, or, for who may not see it, the first screen that is theirs. */
export function HomeScreen() {
  const may = useMay()
  const first = screens.find(screen => may(screen.needs))
  return !first || first.to === '/' ? <BoardScreen /> : <Navigate to={first.to} />
}
