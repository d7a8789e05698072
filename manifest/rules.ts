import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import AjvDraft04 from 'ajv-draft-04';
import ajvFormats from 'ajv-formats';
import { COMMANDS } from '../src/teams/commands.ts';

/** The parts of the manifest that Homeward has rules of its own about. */
export interface Manifest {
  readonly id: string;
  readonly version: string;
  readonly name: { readonly short: string };
  readonly developer: Readonly<Record<string, string>>;
  readonly icons: { readonly color: string; readonly outline: string };
  readonly bots?: readonly Bot[];
}

interface Bot {
  readonly scopes: readonly string[];
  readonly commandLists?: readonly CommandList[];
}

interface CommandList {
  readonly scopes: readonly string[];
  readonly commands: readonly { readonly title: string; readonly description: string }[];
}

/** The pictures, by the name that the manifest gives them. */
export type Pictures = Readonly<Record<string, Uint8Array>>;

/** Everything that Teams, its store or a person would stumble over, one sentence each. */
export function problemsOf(manifest: unknown, pictures: Pictures): readonly string[] {
  const unlawful = problemsBySchema(manifest);
  return unlawful.length > 0 ? unlawful : problemsByHouseRules(manifest as Manifest, pictures);
}

const SCHEMA = '@microsoft/app-manifest/build/json-schemas/teams/v1.22/MicrosoftTeams.schema.json';

/** Teams shows no more of a command than this, though the schema allows more. */
const LONGEST_TITLE = 32;

const bySchema = ajvFormats
  .default(new AjvDraft04.default({ strict: false, allErrors: true }), ['uri', 'email', 'regex'])
  .compile(JSON.parse(readFileSync(createRequire(import.meta.url).resolve(SCHEMA), 'utf8')));

function problemsBySchema(manifest: unknown): readonly string[] {
  if (bySchema(manifest)) return [];
  return (bySchema.errors ?? []).map(({ instancePath, message, params }) => {
    const allowed = 'allowedValues' in params ? `: ${params.allowedValues.join(', ')}` : '';
    const stray = 'additionalProperty' in params ? `: ${params.additionalProperty}` : '';
    return `manifest.json ${instancePath || '/'} ${message}${allowed}${stray}.`;
  });
}

function problemsByHouseRules({ developer, icons, bots = [] }: Manifest, pictures: Pictures): readonly string[] {
  return [
    ...Object.entries(developer)
      .filter(([name, address]) => name.endsWith('Url') && !address.startsWith('https://'))
      .map(([name, address]) => `manifest.json /developer/${name} is "${address}": Teams takes https:// only.`),
    ...problemsOfPicture(icons.color, 192, pictures),
    ...problemsOfPicture(icons.outline, 32, pictures),
    ...(bots.length === 0 ? ['The manifest has no bot.'] : []),
    ...bots.flatMap(problemsOfBot),
  ];
}

function problemsOfBot({ scopes, commandLists = [] }: Bot): readonly string[] {
  const listed = commandLists.flatMap((list) => list.scopes);
  return [
    ...scopes
      .map((scope) => ({ scope, lists: listed.filter((other) => other === scope).length }))
      .filter(({ lists }) => lists !== 1)
      .map(({ scope, lists }) => `The scope "${scope}" has ${lists} lists of commands: give it one.`),
    ...listed.filter((scope) => !scopes.includes(scope)).map((scope) => `The bot has no scope "${scope}".`),
    ...commandLists.flatMap(problemsOfList),
  ];
}

function problemsOfList({ scopes, commands }: CommandList): readonly string[] {
  const titles = commands.map(({ title }) => title);
  const where = scopes.join(' and ');
  return [
    ...titles
      .filter((title, place) => titles.indexOf(title) !== place)
      .map((title) => `The ${where} list has the command "${title}" twice.`),
    ...(titles.includes('help') ? [] : [`The ${where} list has no "help".`]),
    ...titles
      .filter((title) => title.length > LONGEST_TITLE)
      .map((title) => `The command "${title}" is longer than ${LONGEST_TITLE} characters.`),
    ...titles.flatMap(problemsOfTitle),
  ];
}

/** A title is put into the message box as it stands: it must be words that are understood, and answered. */
function problemsOfTitle(title: string): readonly string[] {
  const command = COMMANDS.find(({ words: [name] }) => name === title);
  if (!command) return [`Nobody answers the command "${title}": use a name from COMMANDS in src/teams/words.ts.`];
  return command.verb ? [] : [`The command "${title}" is still to come: take it out until it is answered.`];
}

const PNG = '89504e470d0a1a0a';
const RED_GREEN_BLUE_ALPHA = 6;

function problemsOfPicture(name: string, side: number, pictures: Pictures): readonly string[] {
  const picture = pictures[name];
  if (!picture) return [`${name} is missing.`];
  const bytes = Buffer.from(picture);
  if (bytes.length < 26 || bytes.toString('hex', 0, 8) !== PNG) return [`${name} is not a PNG picture.`];
  const [wide, high, colours] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes.readUInt8(25)];
  if (wide !== side || high !== side) return [`${name} is ${wide} by ${high} pixels: it must be ${side} by ${side}.`];
  return side > 32 || colours === RED_GREEN_BLUE_ALPHA ? [] : [`${name} has no transparent background.`];
}
