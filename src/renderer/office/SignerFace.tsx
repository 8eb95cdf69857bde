import { formatNip } from '#shared/letters/nip'
import styles from './SetupWizard.module.css'
import type { TypedSigner } from './SignerDialog'

export function SignerFace({ signer }: { signer: TypedSigner }) {
  return (
    <>
      <strong>{signer.name}</strong>
      <p className={styles.soft}>
        {[`${signer.capacity} ${signer.onBehalfOf ?? ''}`.trim(), signer.position, signer.nip && `NIP ${formatNip(signer.nip)}`]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  )
}
