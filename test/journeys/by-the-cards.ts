import type { AtTeams, Seen } from '../fakes/council.ts';

type Wire = Record<string, unknown>;

/** What a person fills in: by the label, a choice by its title. */
export type Filled = Readonly<Record<string, string>>;

/** Somebody with only the cards to go by. Teams sends nothing while a required input is empty, nor do they. */
export async function press(
  by: AtTeams,
  seen: Seen,
  button: string,
  filled: Filled = {},
  where?: string,
): Promise<Seen> {
  const typed = Object.fromEntries(Object.entries(filled).map(([label, says]) => entryOf(seen, label, says)));
  const empty = inputsOf(seen).filter(({ id, isRequired, value }) => isRequired && !(typed[String(id)] ?? value));
  if (empty.length > 0 && seen.button(button).sendsInputs) {
    throw new Error(`“${button}” needs ${empty.map(({ label }) => label).join(', ')} on:\n${seen.words}`);
  }
  return by.presses(seen, button, typed, where);
}

/** A press that is to go through: a card with something wrong on top of it stops the journey. */
export async function does(
  by: AtTeams,
  seen: Seen,
  button: string,
  filled: Filled = {},
  where?: string,
): Promise<Seen> {
  const after = await press(by, seen, button, filled, where);
  const wrong = problemsOn(after);
  if (wrong.length > 0) throw new Error(`“${button}”: ${wrong.join(' ')}\n${after.words}`);
  return after;
}

/** What a card says was wrong with what was pressed: on top of the form, or in a notice instead of it. */
export function problemsOn(seen: Seen): readonly string[] {
  const [onTop] = partsOf(seen.card).filter(({ type, style }) => type === 'Container' && style === 'attention');
  const shown = onTop ? partsOf(onTop).map(({ text }) => String(text ?? '')) : [];
  const notice = seen.words.startsWith('That did not go through') ? [seen.words] : [];
  return [...shown, ...notice].filter((says) => says !== '');
}

/** Answers every question on the card as done, and saves. */
export function ticks(by: AtTeams, seen: Seen, button: string): Promise<Seen> {
  const open = labelsOn(seen, 'Not done');
  return does(by, seen, button, Object.fromEntries(open.map((label) => [label, 'Done'])));
}

/** Answers their own questions from the letter about them, card by card, until none is theirs. */
export async function answersOwn(by: AtTeams): Promise<Seen> {
  let card = letterTo(by, 'Your questions');
  while (card.buttons.includes('Save')) card = await ticks(by, card, 'Save');
  return card;
}

/** The newest of a person's letters with this heading. */
export function letterTo(by: AtTeams, heading: string): Seen {
  const found = by.inbox().findLast(({ words }) => words.startsWith(heading));
  if (!found)
    throw new Error(
      `No “${heading}” came. There are:\n${by
        .inbox()
        .map(({ words }) => words.split('\n')[0])
        .join('\n')}`,
    );
  return found;
}

/** Goes through the checklist before the return, ticking what is theirs. Back comes the last card. */
export async function ticksChecklist(by: AtTeams, checklist: Seen): Promise<Seen> {
  let card = checklist;
  for (let back = titled(card, 'Previous'); back; back = titled(card, 'Previous')) card = await does(by, card, back);
  for (let on = titled(card, 'Next'); on && !isStage(card, 'Return and support'); on = titled(card, 'Next'))
    card = await ticks(by, card, on);
  return card;
}

/** Turns back to the card of the checklist that begins with these words. */
export async function turnsTo(by: AtTeams, checklist: Seen, beginning: string): Promise<Seen> {
  let card = checklist;
  while (!card.words.startsWith(beginning))
    card = await does(by, card, titled(card, 'Previous') ?? `Previous: ${beginning}`);
  return card;
}

function isStage({ words }: Seen, stage: string): boolean {
  return words.startsWith(stage);
}

function titled({ buttons }: Seen, beginning: string): string | undefined {
  return buttons.find((title) => title.startsWith(beginning));
}

/** The labels of the choices that stand at this one. */
export function labelsOn(seen: Seen, at: string): readonly string[] {
  const standing = inputsOf(seen).filter(({ choices, value }) =>
    (choices as Wire[] | undefined)?.some((choice) => choice.title === at && choice.value === value),
  );
  return standing.map(({ label }) => String(label));
}

function entryOf(seen: Seen, label: string, says: string): [string, string] {
  const input = inputsOf(seen).find((one) => one.label === label);
  if (!input)
    throw new Error(
      `No input “${label}”. There are: ${inputsOf(seen)
        .map((one) => one.label)
        .join(', ')}.\n${seen.words}`,
    );
  return [String(input.id), valueFor(input, says)];
}

/** Turned on by its own words, off by “No”; a choice by its title; anything else as typed. */
function valueFor({ type, label, choices, title, valueOn, valueOff }: Wire, says: string): string {
  const toggle = [
    { title, value: valueOn },
    { title: 'No', value: valueOff },
  ];
  const options = type === 'Input.Toggle' ? toggle : (choices as readonly Wire[] | undefined);
  if (!options) return says;
  const chosen = options.find((choice) => choice.title === says);
  if (!chosen) throw new Error(`“${label}” offers ${options.map((one) => one.title).join(', ')}; not “${says}”.`);
  return String(chosen.value);
}

function inputsOf(seen: Seen): readonly Wire[] {
  return partsOf(seen.card).filter(({ type }) => String(type).startsWith('Input.'));
}

function partsOf(part: unknown): readonly Wire[] {
  if (Array.isArray(part)) return part.flatMap(partsOf);
  if (typeof part !== 'object' || part === null) return [];
  const below = Object.entries(part).flatMap(([key, value]) =>
    key === 'data' || key === 'choices' ? [] : partsOf(value),
  );
  return [part as Wire, ...below];
}
