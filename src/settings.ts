import { readFileSync } from 'node:fs';
import { readAuthority } from './authority/form.ts';
import type { Authority } from './authority/model.ts';
import { type Config, config } from './config.ts';

export interface Settings {
  readonly config: Config;
  readonly authority: Authority;
}

const SAMPLE = new URL('./demo/authority.json', import.meta.url);

/** What Homeward starts with, from the environment and the authority file; or every problem with either, all at once. */
export function settings(
  overrides: Readonly<Record<string, string>> = {},
): Settings | { readonly problems: readonly string[] } {
  const environment = config(overrides);
  if (!environment.ok) return { problems: environment.problems };
  const { authorityFile, bot } = environment.config;
  if (!authorityFile && bot) {
    return {
      problems: [
        'AUTHORITY_FILE is not set: it names the people, ladder and channels of your authority (.env.example explains AUTHORITY_FILE)',
      ],
    };
  }
  const from = authorityFile ?? SAMPLE;
  const text = read(from);
  if (text === null)
    return {
      problems: [
        `AUTHORITY_FILE is "${authorityFile}", and no file can be read there (.env.example explains AUTHORITY_FILE)`,
      ],
    };
  const authority = readAuthority(text);
  if (!authority.ok)
    return {
      problems: authority.problems.map((problem) => `${authorityFile ?? 'the sample authority file'}: ${problem}`),
    };
  if (bot && bot.tenant !== authority.authority.tenant.toLowerCase()) {
    return {
      problems: [
        `${authorityFile}: tenant: "${authority.authority.tenant}" is not MicrosoftAppTenantId; they must be the same tenant`,
      ],
    };
  }
  return { config: environment.config, authority: authority.authority };
}

function read(file: string | URL): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
