/**
 * What people type, and the one word that the guidance means by it. Both sides of a search go through this list, word
 * endings aside: “signed off” and “sign off” are one line here. A new way of saying something is a phrase more.
 */
export const MEANINGS: Readonly<Record<string, string>> = {
  returnhome:
    'return home, returns home, go home, goes home, gone home, went home, home from care, back home, ' +
    'return, come home, came home, move home, send home, sent home, get home, reunification, reunify, reunite, ' +
    'reunited, back to mum, back to dad, back to mums, back to parents, back to family, back with mum, ' +
    'back with dad, back with parents, live with parents again, rehabilitation, rehab',
  reentry:
    'back into care, back in care, return to care, come into care again, looked after again, re entry, ' +
    'reentry, re enter, readmit, readmission',
  rereferral: 're referral, rereferral, re referred',
  section20: 'voluntarily accommodated, voluntary accommodation, voluntary care, accommodated, voluntarily',
  'careorder order': 'care order, full care order, section31, full order',
  'interimorder order': 'interim care order, interim order, ico, section38, care proceedings',
  'contactorder order': 'contact order, section34',
  placedwithparents:
    'placement with parents, placed with parents, placing with parents, place with parents, pwp, ' +
    'placed with mum, placed with dad, placement with mum, placement with dad, placed at home',
  lookedafter: 'looked after, in care, lac, cla, under the care',
  leavingcare: 'leaving care, care leaver, leave care services, eligible, pathway plan, personal adviser',
  approve:
    'sign off, sign it off, authorise, authorize, authorisation, permission, sanction, approval, ' +
    'agree to the return, agrees to the return, say yes, green light, give the go ahead',
  'nominatedofficer approve': 'nominated officer, nominated manager, nominated person',
  director: 'director of childrens services, dcs',
  headofservice: 'head of service, hos',
  'teammanager manager': 'team manager, tm, line manager',
  'servicemanager manager': 'service manager',
  chiefexecutive: 'chief executive, chief exec, ceo',
  iro: 'independent reviewing officer, iros, reviewing officer',
  socialworker: 'social worker, sw, case worker, caseworker',
  childinneed: 'child in need, children in need, cin, section17',
  childprotection: 'child protection, cp plan',
  section47: 'strategy meeting, child protection enquiry',
  parent: 'mum, mother, mom, mums, birth family, parents',
  'parent man': 'dad, father, daddy',
  man: 'men, male, boyfriend, partner, stepdad, stepfather, step dad',
  child: 'children, kid, lad, boy, girl, son, daughter, youngster, looked after child',
  young: 'young person, young people, teenager, teen, adolescent',
  youngcarer: 'young carer, young carers',
  sibling: 'brother, sister, siblings',
  relative:
    'wider family, extended family, grandparent, grandma, granny, gran, nan, nana, grandad, aunt, auntie, ' +
    'uncle, relatives, kinship, family members, family network',
  carer: 'foster carer, foster parent, foster parents, carers, residential staff',
  contact: 'family time, contact session, contact visit, contact centre, seeing parents, access visit, seeing mum',
  phased: 'gradual, gradually, step by step, overnight, transition, build up, tea visits, built up',
  checklist:
    'what must be done, what should be done, what needs to be done, what has to be done, ' +
    'what must happen, what needs to happen, what has to happen, what do i need to do, what do we need to do, ' +
    'what must i do, what should i do, what must we do, what do i have to do, what must be in place, ' +
    'what needs doing, what do i do, what do we do, what do we have to do, what to do, requirements, steps, ' +
    'what is required',
  unplanned:
    'without warning, sudden, suddenly, unexpected return, walked home, walk home, turned up at home, ' +
    'taken home, took home, voted with their feet, ran home, run home, out of the blue, unplanned return',
  'remove returnhome':
    'take a child home, take the child home, take child home, take him home, take her home, ' +
    'take them home, take their child home, took the child home, wants child back, want the child back, ' +
    'want their child back, wants her child back, wants him back, wants her back, collect the child, ' +
    'take child back, pick the child up',
  remove: 'removes, removal, remove from care, discharge from section20',
  remand: 'remanded, youth detention, yda, detention',
  custody: 'prison, yoi, young offender institution, secure training centre, jail',
  familygroup: 'family group conference, family group decision making, fgc, fgdm, family group meeting',
  stepdown: 'step down, stepping down, stepped down',
  earlyhelp: 'early help, team around the child, team around the family, caf, taf, tac',
  breakdown: 'break down, breaks down, broke down, broken down, disruption, disrupted',
  'break agreement':
    'breach, broke the agreement, break the agreement, broken agreement, ' + 'not sticking to the agreement',
  agreement: 'written agreement, working agreement, contract of expectations, safety agreement',
  honeymoon: 'honeymoon period, honeymoon phase',
  optimism: 'over optimism, over optimistic, overoptimistic, optimistic, too hopeful, hopeful, rule of optimism',
  domesticabuse: 'domestic abuse, domestic violence, dv',
  substance: 'substance misuse, drug, alcohol, drink, drinking, addiction, substance abuse, drugs',
  'mental health': 'camhs, mental illness, depression',
  selfharm: 'self harm, self harming, suicidal',
  exploitation: 'county lines, cse, cce, exploited, gang, criminal exploitation',
  concern: 'worried, worry, worries, welfare concern, concerned',
  danger: 'immediate risk, at risk right now, in danger, emergency service, immediate danger',
  school: 'education, pep, schools, schooling',
  howoften: 'how often, how frequently, frequency, interval, how many weeks, how regularly',
  howlong: 'how long, duration, for how long, timescale, time limit',
  workingday: 'working day, business day, working days',
  bankholiday: 'bank holiday, public holiday, christmas, easter, good friday',
  remote: 'phone, telephone, video, virtual, zoom, facetime, whatsapp, skype, over teams, phone call',
  covid: 'coronavirus, pandemic, lockdown',
  alone: 'in private, privately, on their own, by themselves, on his own, on her own, one to one',
  visit: 'stat visit, statutory visit, home visit, visits',
  review: 'lac review, cla review, looked after review, reviews',
  casereview: 'case review, serious case review, scr, what do reviews say, what do reviews of returns say, lessons',
  dispute: 'dispute resolution, drp, disagreement, iro challenge, disputes',
  bypass: 'skip, jump, miss out a stage, go straight to, pass over',
  lapse: 'expire, run out, still good, still valid',
  override: 'overridden, overrule, waive',
  notice: 'notification, notify, notified, must be told, has to be told, need to be told, who to tell',
  sharing: 'share information, information sharing, sharing information, share info, gdpr, data protection',
  record: 'case record, case notes, recording, minutes, records, case file',
  supervisionquestions:
    'supervision questions, supervision prompts, supervision ask, ask in supervision, ' + 'discuss in supervision',
  choose: 'pick, select',
  keep: 'kept',
  notours: 'become a foster carer, how do i contact, contact details, phone number, how much is',
  homeward: 'what can you do, what do you do, who are you, what are you',
  household: 'household adults, people in the house, adults in the household, lodger',
  riskrating: 'risk rating, risk classification, risk band, risk ratings',
};
