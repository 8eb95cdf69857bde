import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { NotifyProvider } from '../../src/renderer/ui/notify'
import { newQueryClient } from '../../src/renderer/use-call'

/** Draws a piece of the screen inside what main.tsx puts around it. */
export const show = (piece: ReactNode) =>
  render(
    <MantineProvider env="test" forceColorScheme="light" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={newQueryClient()}>
        <NotifyProvider>{piece}</NotifyProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
