import { createTheme } from '@mantine/core'

/** Colours, radius and type are CSS variables of theme.css: Mantine may not write them, for the content policy allows no style tags. */
export const theme = createTheme({
  fontFamily: '"Plus Jakarta Sans", "Segoe UI", "Noto Sans", sans-serif',
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer'
})
