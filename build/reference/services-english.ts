/** What the screen says of a service to an officer who reads English; on paper and aloud it stays Indonesian. */
type ServiceEnglish = { what: string; who: string; how: string }

export const servicesEnglish: Record<string, ServiceEnglish> = {
  'pbi-jk-reactivation': {
    what: 'Puts state-paid health insurance (PBI-JK) that was stopped back in force, for somebody who needs care now.',
    who: 'People whose insurance was stopped, in a decile that qualifies, with a chronic or catastrophic illness or in an emergency.',
    how: 'Bring KTP, KK, the BPJS card and the letter of the hospital or health centre. The officer looks the person up in DTSEN and prepares the recommendation, then the social agency proposes the reactivation in SIKS-NG. We tell the person when the card works again.'
  },
  'pbi-jk-proposal': {
    what: 'Proposes somebody without health insurance for PBI-JK, whose contributions the state pays.',
    who: 'People in DTSEN, in a decile that qualifies, who are not yet in JKN.',
    how: 'The village operator enters the proposal in SIKS-NG at the beginning of the month. The desk checks the data, notes the request and brings the person together with the operator.'
  },
  'district-health-insurance': {
    what: 'Enrols a poor person who is ill in JKN at the district’s expense.',
    who: 'Residents of this district who cannot pay and are covered neither by PBI-JK nor by an employer.',
    how: 'Bring all papers to the desk. Once the data are checked, the request goes to the health agency and BPJS Kesehatan. The card works when the name is on the district’s list.'
  },
  'move-to-district-insurance': {
    what: 'Moves somebody who can no longer pay their own contributions to insurance that the district pays.',
    who: 'Self-paid members who cannot pay, live in this district and owe no contributions.',
    how: 'First settle what is owed with BPJS Kesehatan, then bring the papers. The officer checks the data and passes the request on.'
  },
  'leave-district-insurance': {
    what: 'Ends insurance that the district pays, for example because the person has work or can pay now.',
    who: 'People whose insurance this district pays (PBI APBD).',
    how: 'Fill in the statement at the desk and hand the card back. The letter is done within a day, the change at BPJS takes about a month.'
  },
  'hospital-referral': {
    what: 'A letter by which the district hospital takes a poor person in while the insurance is being arranged.',
    who: 'People who cannot pay, need a hospital, and have no insurance or one that was stopped.',
    how: 'Bring KTP, KK and the referral of the health centre. The desk writes a social referral to the hospital’s director. Hand it in at the hospital’s registration and bring the return slip back. In an emergency go straight to the emergency room, the letter follows.'
  },
  'puskesmas-referral': {
    what: 'A letter by which the health centre examines or visits somebody: people with a mental illness, old people living alone, pregnant women.',
    who: 'People who need an examination or a visit, insured or not.',
    how: 'Say at the desk how the person is. The officer writes to the head of the health centre and asks what came of it.'
  },
  'treatment-cost-aid': {
    what: 'A request to have hospital costs lowered or paid, for poor people whom no insurance covers.',
    who: 'Poor people in hospital whose costs JKN does not pay.',
    how: 'Ask the village for a request to the regent or mayor, then bring all papers. The social agency checks them and passes them on.'
  },
  'childbirth-aid': {
    what: 'Help with the costs of a birth and of the baby’s care, for mothers who cannot pay and have no insurance.',
    who: 'Mothers before, at and after birth who cannot pay and have no insurance in force.',
    how: 'Bring the mother-and-child book and the papers, before the expected day if possible. The desk passes the request to the health agency.'
  },
  'dtsen-certificate': {
    what: 'States that somebody is listed in DTSEN, with the decile and the period of the data.',
    who: 'People whose family is listed in DTSEN and who need proof of it for a purpose that is named.',
    how: 'Bring KTP and KK. The officer looks the person up in DTSEN; if listed, the letter is printed and signed. If not, we explain how to be proposed.'
  },
  'dtsen-update': {
    what: 'Proposes a family that is not listed yet, or corrects data and a decile that do not fit.',
    who: 'Families that are not listed, or whose data changed or are wrong.',
    how: 'The village operator enters the change after a village meeting or with a letter of responsibility (SPTJM), by the 17th of each month. The desk notes it, sends somebody to the house if needed and follows what comes of it.'
  },
  'poverty-recommendation': {
    what: 'The social agency’s recommendation for KIS, PKH, food aid or KIP.',
    who: 'People who are poor by DTSEN or by what a visit to the house found.',
    how: 'Ask the head of the neighbourhood (RT) for a letter, then bring KK and KTP. The officer checks the data and prepares the letter.'
  },
  'civil-registration-letter': {
    what: 'A letter to the civil registry about a NIK that does not match or is not online, the recording of a KTP, or certificates that somebody lacks.',
    who: 'People whose civil data are missing, do not match or are not online.',
    how: 'Show KK or KTP and the proof that it was turned down. The desk writes the letter, the civil registry corrects the data, then the person comes back so that the request can go on.'
  },
  'social-aid-proposal': {
    what: 'Proposes a family for the state’s social aid.',
    who: 'Families in a decile that qualifies, without a sign of exclusion (such as a civil servant, soldier or police officer among them).',
    how: 'The village operator enters the proposal in SIKS-NG at the beginning of the month after a village meeting, then the social agency approves it. The ministry decides who receives, so the desk cannot promise anything.'
  },
  'social-aid-complaint': {
    what: 'Aid that did not come, an empty balance or a deduction: the officer looks into SIKS-NG and calls the facilitator or the bank.',
    who: 'Families that received aid or should have.',
    how: 'Bring the KKS, the bank book, KTP and KK. The officer looks the status up in SIKS-NG and explains it; what is difficult goes to the PKH coordinator or the bank.'
  },
  'aid-card-replacement': {
    what: 'A letter to the paying bank about an aid card (KKS) that was lost or is broken.',
    who: 'Those who receive PKH or food aid and whose KKS is lost or broken.',
    how: 'Report a lost card to the police and ask the PKH facilitator for a letter. Bring both to the desk, then go to the bank with the KTP.'
  },
  'baznas-aid': {
    what: 'A letter for a request to the zakat charity: living costs, treatment, school, debts, starting capital or house repair.',
    who: 'People whom BAZNAS counts among those who may receive zakat.',
    how: 'Write a request to BAZNAS (the officer helps) and add SKTM, KK and KTP. The desk writes the letter, BAZNAS visits the house.'
  },
  'house-repair': {
    what: 'Proposes repairs of a poor family’s own house that is unfit to live in.',
    who: 'Poor people who live in an unfit house of their own on their own land.',
    how: 'Complete the papers with the village. The desk passes them to the housing agency, which looks at the house and keeps a waiting list.'
  },
  'electricity-subsidy': {
    what: 'For customers who cannot pay and do not get the subsidised tariff, or no longer.',
    who: 'Households that cannot pay, with 450 VA or subsidised 900 VA.',
    how: 'Bring the customer number, KTP and KK. The officer looks into DTSEN and passes the complaint to PLN.'
  },
  'fertilizer-subsidy': {
    what: 'Brings small farmers together with a farmers’ group and an adviser, to be listed for subsidised fertiliser.',
    who: 'Small farmers who are in a farmers’ group or ready to join one.',
    how: 'Bring KTP, KK and proof of the land. The desk brings the person together with the farm adviser of the subdistrict.'
  },
  'fisher-card': {
    what: 'Brings small fishers and fish farmers together with the fishery agency for the KUSUKA card.',
    who: 'People who catch, farm, process or sell fish on a small scale.',
    how: 'Bring KTP, KK and the village’s statement of their work. The desk brings the person together with the fishery agency.'
  },
  'job-seeker-card': {
    what: 'Brings people of poor families who look for work together with the labour agency.',
    who: 'Residents of working age who look for work.',
    how: 'Bring KTP, school certificate and a photo. The desk brings the person together with the labour agency.'
  },
  'pip-recommendation': {
    what: 'A recommendation to propose a pupil of a poor family for the school grant PIP.',
    who: 'Pupils of school age from poor families, and orphans.',
    how: 'A parent or guardian brings the pupil’s papers. Once the family’s data are checked, the recommendation is addressed to the education agency, or for a madrasah to the ministry of religion, and handed to the school.'
  },
  'school-dtsen-proof': {
    what: 'A certificate of listing for PIP, or for a place at school for children of poor families.',
    who: 'Pupils whose family is listed in DTSEN.',
    how: 'Bring KK and a parent’s KTP. If the family is listed, the letter is printed at once and taken to the school.'
  },
  'college-aid-proof': {
    what: 'A certificate for those who study, or will, with the college grant KIP Kuliah.',
    who: 'Students and future students whose family is listed in DTSEN.',
    how: 'Enrol on the site of KIP Kuliah first, then bring the proof of it, KTP and KK to the desk.'
  },
  'ppks-registration': {
    what: 'Registers and assesses somebody who needs social care, and plans it.',
    who: 'People of one of the 26 kinds of PPKS.',
    how: 'Say at the desk how the person is. The officer assesses, visits if needed, and makes a plan.'
  },
  'stranded-traveller': {
    what: 'A letter and help to travel on to the next social agency, or home, for somebody who ran out of money.',
    who: 'Travellers who ran out of money or were robbed.',
    how: 'Ask the nearest police for a statement, then come to the desk. The officer prepares the letter and provisions as far as the next agency.'
  },
  'homeless-care': {
    what: 'Going to the person, shelter for the time being, a medical examination, and the way home.',
    who: 'People who live or beg in the street, or are left alone with a mental illness.',
    how: 'Say where the person is and how they are. Officers go there with the public order police or the health centre, assess, then look for the family or a home.'
  },
  'elderly-home': {
    what: 'A letter to a home or centre for an old person without a family.',
    who: 'Residents of 60 and older without a family who can look after themselves from day to day.',
    how: 'The officer visits, makes sure that there is no family, then asks homes for a place.'
  },
  'infant-home': {
    what: 'A letter for care in a home, for a time, of a child whose parents cannot care for it.',
    who: 'Children who are neglected, or whom neither parents nor relatives can care for.',
    how: 'A social worker assesses the family first; a home comes last. If it is needed, the social agency writes the letter.'
  },
  'assistive-device': {
    what: 'Wheelchairs, hearing aids, crutches, artificial legs and other devices.',
    who: 'People with a disability from poor families.',
    how: 'Bring the papers to the desk. The officer assesses what is needed and passes it to a centre of the ministry or to BAZNAS.'
  },
  'violence-protection': {
    what: 'Somebody at their side, a safe place, and a referral to the protection unit (UPTD PPA). Who they are is kept secret.',
    who: 'Women and children who suffer violence or are threatened with it, and witnesses who report it.',
    how: 'Speak in a separate room; no papers are needed. The officer calls the protection unit at once, and the police if there is danger.'
  },
  'disaster-aid': {
    what: 'Basic needs, house repair and support after a flood, landslide, fire or storm.',
    who: 'People hit by a natural or social disaster.',
    how: 'Report it at once, at any hour. The officer calls the disaster agency and its volunteers; papers may follow.'
  },
  complaint: {
    what: 'Aid to the wrong people, deductions, illegal fees or poor service. The name of who reports can be kept secret.',
    who: 'Anybody, by name or not.',
    how: 'Tell what happened: what, who, where, when. The officer notes it, looks into it and answers.'
  }
}
