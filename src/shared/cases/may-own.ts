import type { Officer } from '#shared/officers/officer'
import { mayCall } from '#shared/permissions'

/** Whether somebody can look after a case: who works here no longer, or does not work at the counter, would never see it. */
export const mayOwnCases = ({ isActive, roles }: Pick<Officer, 'isActive' | 'roles'>): boolean => isActive && mayCall('cases.get', roles)
