import { qrcode } from 'bwip-js/generic'

/** bwip-js draws a module two units wide at scale 1. */
const MODULE = 2
const QUIET = 4 * MODULE

/** A QR code (error correction M) as one path in a square of `side` units, with the quiet zone its standard asks for. */
export function qrOutline(text: string): { side: number; path: string } {
  let side = 0
  const outlines: string[] = []
  const ignore = () => {}
  const options = { bcid: 'qrcode', text, eclevel: 'M', scale: 1 }
  return qrcode<{ side: number; path: string }>(options, {
    scale: (sx, sy) => [sx, sy],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: width => {
      side = width + 2 * QUIET
    },
    polygon: points => {
      outlines.push(`M${points.map(([x, y]) => `${x + QUIET} ${y + QUIET}`).join('L')}z`)
    },
    line: ignore,
    hexagon: ignore,
    ellipse: ignore,
    text: ignore,
    fill: ignore,
    end: () => ({ side, path: outlines.join('') })
  })
}
