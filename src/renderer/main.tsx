import './zod-without-eval'
// only what the dialog is made of, in the library's own order: the whole sheet is a quarter of a megabyte
import '@mantine/core/styles/baseline.layer.css'
import '@mantine/core/styles/default-css-variables.layer.css'
import '@mantine/core/styles/global.layer.css'
import '@mantine/core/styles/UnstyledButton.layer.css'
import '@mantine/core/styles/Paper.layer.css'
import '@mantine/core/styles/Overlay.layer.css'
import '@mantine/core/styles/CloseButton.layer.css'
import '@mantine/core/styles/ModalBase.layer.css'
import '@mantine/core/styles/Modal.layer.css'
import './theme.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { startText } from './text/i18n'
import { theme } from './theme'
import { NotifyProvider } from './ui/notify'
import { newQueryClient } from './use-call'

const place = document.getElementById('root')
if (!place) throw new Error('index.html has no #root')
await startText()
createRoot(place).render(
  <StrictMode>
    <MantineProvider theme={theme} forceColorScheme="light" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={newQueryClient()}>
        <NotifyProvider>
          <App />
        </NotifyProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>
)
