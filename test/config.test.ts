import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Environment, readConfig, VARIABLES } from '../src/config.ts';

const appId = '11111111-2222-3333-4444-555555555555';
const tenant = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
const singleTenant = {
  MicrosoftAppId: appId,
  MicrosoftAppTenantId: tenant,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppPassword: 'not-a-real-secret',
};
const managedIdentity = { MicrosoftAppId: appId, MicrosoftAppTenantId: tenant, MicrosoftAppType: 'UserAssignedMSI' };

function problemsOf(env: Environment): string {
  const reading = readConfig(env);
  return reading.ok ? 'no problem' : reading.problems.join('\n');
}

describe('reading the environment', () => {
  it('is a demo on this computer only when nothing is set', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      config: {
        host: '127.0.0.1',
        port: 3978,
        publicUrl: null,
        folder: './data',
        authorityFile: null,
        logLevel: 'info',
        bot: null,
      },
    });
  });

  it('takes every setting as given', () => {
    const env = { HOST: '::1', PORT: '0', DATA_DIR: '/srv/x', AUTHORITY_FILE: 'a.json', LOG_LEVEL: 'warn' };
    expect(readConfig(env)).toMatchObject({
      config: { host: '::1', port: 0, folder: '/srv/x', authorityFile: 'a.json', logLevel: 'warn' },
    });
  });

  it.each([
    ['https://homeward.example.gov.uk', 'https://homeward.example.gov.uk'],
    ['https://example.gov.uk/homeward/', 'https://example.gov.uk/homeward'],
    ['http://127.0.0.1:3978', 'http://127.0.0.1:3978'],
  ])('is reached from outside at %s', (PUBLIC_URL, publicUrl) => {
    expect(readConfig({ PUBLIC_URL })).toMatchObject({ config: { publicUrl } });
  });

  it('treats a line of .env.example that was left empty as not set', () => {
    expect(readConfig(Object.fromEntries(VARIABLES.map((name) => [name, ''])))).toEqual(readConfig({}));
  });

  it('signs a SingleTenant bot in with its password, and listens on every address', () => {
    expect(readConfig(singleTenant)).toMatchObject({
      config: { host: '0.0.0.0', bot: { kind: 'SingleTenant', appId, tenant, password: 'not-a-real-secret' } },
    });
  });

  it('signs a managed identity in without a password, whatever the case of its type', () => {
    expect(readConfig({ ...managedIdentity, MicrosoftAppType: 'UserAssignedMsi' })).toMatchObject({
      config: { bot: { kind: 'UserAssignedMSI', appId, tenant } },
    });
  });

  it('cannot be changed afterwards', () => {
    const reading = readConfig(singleTenant);
    expect(reading.ok && Object.isFrozen(reading.config) && Object.isFrozen(reading.config.bot)).toBe(true);
  });

  it.each<[string, Environment, string]>([
    ['a demo in production', { NODE_ENV: 'production' }, 'NODE_ENV is "production"'],
    ['a demo that others could reach', { HOST: '0.0.0.0' }, 'HOST is "0.0.0.0"'],
    ['a demo at a name that only looks local', { HOST: '127.0.0.1.example' }, 'HOST is "127.0.0.1.example"'],
    ['a port that is no number', { PORT: 'http' }, 'PORT is "http"'],
    ['a port that is too high', { PORT: '65536' }, 'PORT is "65536"'],
    ['a negative port', { PORT: '-1' }, 'PORT is "-1"'],
    ['a public address on which secrets could be read', { PUBLIC_URL: 'http://example.gov.uk' }, 'PUBLIC_URL is "http'],
    ['a public address that is none', { PUBLIC_URL: 'homeward' }, 'PUBLIC_URL is "homeward"'],
    ['a public address with more behind it', { PUBLIC_URL: 'https://example.gov.uk/?a=b' }, 'PUBLIC_URL is'],
    ['an unknown log level', { LOG_LEVEL: 'verbose' }, 'LOG_LEVEL is "verbose"'],
    ['a bot without a type', { ...singleTenant, MicrosoftAppType: '' }, 'MicrosoftAppType is not set'],
    ['a multi-tenant bot', { ...singleTenant, MicrosoftAppType: 'MultiTenant' }, 'MicrosoftAppType is "MultiTenant"'],
    ['a bot without an id', { ...singleTenant, MicrosoftAppId: ' ' }, 'MicrosoftAppId is not set'],
    ['a bot without a tenant', { ...singleTenant, MicrosoftAppTenantId: '' }, 'MicrosoftAppTenantId is not set'],
    ['an id that is none', { ...singleTenant, MicrosoftAppId: 'homeward' }, 'MicrosoftAppId has 8 characters'],
    [
      'a SingleTenant bot without a password',
      { ...singleTenant, MicrosoftAppPassword: '' },
      'is not set, but a Single',
    ],
    ['a managed identity with a password', { ...managedIdentity, MicrosoftAppPassword: 'x' }, 'take it out'],
    ['only a password', { MicrosoftAppPassword: 'x' }, 'MicrosoftAppId is not set'],
    ['PostgreSQL, for now', { DATABASE_URL: 'postgres://u:hush@db/x' }, 'PostgreSQL comes later'],
  ])('refuses %s', (_what, env, says) => {
    expect(problemsOf(env)).toContain(says);
    expect(problemsOf(env)).toContain('.env.example explains');
  });

  it('lists every problem at once', () => {
    const reading = readConfig({ HOST: '10.0.0.1', PORT: 'x', LOG_LEVEL: 'y', NODE_ENV: 'production' });
    expect(reading.ok ? [] : reading.problems.map((says) => says.split(' ')[0])).toEqual([
      'PORT',
      'LOG_LEVEL',
      'HOST',
      'NODE_ENV',
    ]);
  });

  it('repeats no secret', () => {
    const said = problemsOf({
      MicrosoftAppId: 'hush-hush',
      MicrosoftAppPassword: 'hush-hush',
      DATABASE_URL: 'postgres://u:hush-hush@db/x',
    });
    expect(said).not.toContain('hush-hush');
  });

  it('reads the variables that .env.example explains, each with a comment above it and no value', () => {
    const lines = readFileSync('.env.example', 'utf8').split('\n');
    const named = lines.flatMap((line, at) => (/^\w/.test(line) ? [{ line, above: lines[at - 1] }] : []));
    expect(named.map(({ line }) => line)).toEqual(VARIABLES.map((name) => `${name}=`));
    for (const { above } of named) expect(above).toMatch(/^# \S/);
  });
});
