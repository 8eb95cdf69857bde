import { IconTicket } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RegistryHit } from '#shared/search/search.contract'
import { api } from '../api'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { EmptyState } from '../ui/EmptyState'
import { List } from '../ui/List'
import { ListLine } from '../ui/ListLine'
import { useCall } from '../use-call'

/** Somebody of the register is opened only within a visit: this asks for which. */
export function RegistryHitDialog({ hit, onClose }: { hit: RegistryHit; onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const board = useCall(api.cases.board, {})
  const serving = (board.value?.visits ?? []).filter(visit => visit.status === 'serving')
  return (
    <Dialog title={t('registry.forVisit')} onClose={onClose} actions={<Button onClick={onClose}>{t('ui.close')}</Button>}>
      <p>{t('registry.forVisitTeach')}</p>
      {board.value && serving.length === 0 && (
        <EmptyState icon={<IconTicket />} title={t('registry.forVisitNone')}>
          {t('registry.forVisitNoneTeach')}
        </EmptyState>
      )}
      <List
        label={t('registry.forVisit')}
        items={serving}
        keyOf={visit => visit.id}
        hasFocus
        onOpen={visit => {
          onClose()
          void navigate({
            to: '/visits/$visitId',
            params: { visitId: visit.id },
            search: { step: 'resident', registry: hit.ref }
          })
        }}
      >
        {visit => (
          <ListLine
            start={<IconTicket aria-hidden="true" />}
            name={t('search.ticket', { ticket: visit.ticket })}
            more={[...visit.names, visit.purpose].filter(Boolean).join(' · ')}
          />
        )}
      </List>
    </Dialog>
  )
}
