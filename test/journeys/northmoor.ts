import { onTestFinished } from 'vitest';
import { type AtTeams, type Council, type CouncilSettings, openCouncil, type Seen } from '../fakes/council.ts';

/** The sample council with Homeward installed by everybody; closed when the test is over. */
export async function northmoor(today: string, settings: CouncilSettings = {}) {
  const council = await openCouncil(today, settings);
  onTestFinished(() => council.close());
  await council.everybodyInstalls();
  const people = {
    ayesha: council.person('Ayesha Khan'),
    ben: council.person('Ben Carter'),
    priya: council.person('Priya Shah'),
    grace: council.person('Grace Obi'),
    martin: council.person('Martin Hale'),
    helen: council.person('Helen Frost'),
    samuel: council.person('Samuel Okoro'),
    ruth: council.person('Ruth Adeyemi'),
    david: council.person('David Lowe'),
    olu: council.person('Olu Bankole'),
    nadia: council.person('Nadia Rahman'),
    karen: council.person('Karen Price'),
    fiona: council.person('Fiona Grant'),
  };
  return { council, ...people };
}

export const MANAGERS = "Children's services managers";
export const DIRECTORATE = 'Directorate';

export function channelId(council: Council, name = MANAGERS): string {
  return council.authority.channels.get(name)!.id;
}

/** What is typed to follow a child of the North; the answers to a question may be given instead. */
export function aChild(council: Council, instead: Readonly<Record<string, string>> = {}) {
  return {
    reference: 'C-1042',
    initials: 'AB',
    bornOn: '2015-05-01',
    legalStatus: 's20',
    lookedAfterSince: '2025-11-03',
    placement: 'foster',
    placementStarted: '2025-11-03',
    socialWorker: council.person('Ayesha Khan').id,
    teamManager: council.person('Priya Shah').id,
    iro: council.person('Olu Bankole').id,
    ...instead,
  };
}

export async function follows(by: AtTeams, child: Readonly<Record<string, string>>): Promise<Seen> {
  return by.presses(await by.says('follow'), 'Follow', child);
}

export const DRIFT = {
  theme: 'drift-and-delay',
  concern: 'No progress since the last review',
  impact: 'The child is unsettled at school',
  wishes: 'She asks when she can see her brother',
  wanted: 'A dated plan by the end of the month',
  startAt: '1',
  whyThere: 'The team manager took part in the decision',
};

/** A visit that went well; the answers to a question may be given instead. */
export function aVisit(instead: Readonly<Record<string, string>> = {}) {
  return { childSeen: 'true', seenAlone: 'true', welfare: 'yes', ...instead };
}

/**
 * Each in turn goes through the cards of the checklist, from the first to the last before the return, and answers what
 * is theirs. Back comes the last person's last card.
 */
export async function answersAll(reference: string, ...people: readonly AtTeams[]): Promise<Seen> {
  let last: Seen | null = null;
  for (const by of people) last = await answersTheirs(by, reference);
  return last!;
}

async function answersTheirs(by: AtTeams, reference: string): Promise<Seen> {
  let card = await by.says(`checklist ${reference}`);
  while (card.buttons.some((title) => title.startsWith('Previous'))) card = await by.presses(card, previousOf(card));
  for (;;) {
    const ticked = Object.fromEntries(questionsOn(card).map((item) => [item, 'done']));
    const next = card.buttons.find((title) => title.startsWith('Next'));
    if (!next || card.words.startsWith('Return and support')) return card;
    card = await by.presses(card, next, ticked);
  }
}

export function questionsOn(card: Seen): readonly string[] {
  return Object.keys(card.inputs).filter((input) => /^[A-Z]{2,3}-\d{2}$/.test(input));
}

function previousOf({ buttons }: Seen): string {
  return buttons.find((title) => title.startsWith('Previous'))!;
}
