import { z } from 'zod'
import { Day } from '#shared/day'
import { Resident } from '#shared/residents/resident'
import { plainText } from '#shared/text'
import { Visit } from '#shared/visits/visit'

/** What is written down of somebody while the desk's own data cannot be opened; it becomes a resident and a visit afterwards. */
export const IntakePerson = z.strictObject({
  name: Resident.shape.name,
  nik: Resident.shape.nik,
  sex: Resident.shape.sex,
  birthDate: Day.nullable(),
  phone: Resident.shape.phone,
  address: plainText(160),
  lane: Visit.shape.lane,
  need: plainText(100)
})
export type IntakePerson = z.infer<typeof IntakePerson>

/** As an officer types it: main reads NIK and phone by the same rules as the resident form does. */
export const IntakeInput = IntakePerson.extend({ nik: z.string().max(40).nullable(), phone: z.string().max(40).nullable() })
export type IntakeInput = z.infer<typeof IntakeInput>

/** Who wrote it: nobody can sign in, so it is a name that was typed. */
export const IntakeOfficer = plainText(60)

/** One entry as the emergency screen lists it: enough to find the paper by. */
export type IntakeLine = { number: string; at: number; name: string }

/** `D-007`: D for *darurat*; what the resident is given meanwhile. */
export const intakeNumber = (n: number): string => `D-${String(n).padStart(3, '0')}`
