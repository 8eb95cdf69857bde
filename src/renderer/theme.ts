import { createTheme, Portal } from '@mantine/core'

/** Where dialogs stand: a part of the page that can be taken away while the screen is locked. */
const over = document.getElementById('over')

/** Colours, radius and type are CSS variables of theme.css: Mantine may not write them, for the content policy allows no style tags. */
export const theme = createTheme({
  fontFamily: '"Plus Jakarta Sans", "Segoe UI", "Noto Sans", sans-serif',
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: over ? { Portal: Portal.extend({ defaultProps: { target: over } }) } : {}
})
