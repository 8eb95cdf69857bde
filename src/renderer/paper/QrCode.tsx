import { qrOutline } from './qr-outline'

/** A QR code; its size comes from the class. */
export function QrCode({ text, label, className }: { text: string; label: string; className: string }) {
  const { side, path } = qrOutline(text)
  return (
    <svg className={className} viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={side} height={side} fill="#ffffff" />
      <path d={path} fill="#000000" fillRule="evenodd" />
    </svg>
  )
}
