import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PasswordServiceClientCredentialFactory } from 'botframework-connector';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export const APP_ID = '11111111-2222-3333-4444-555555555555';
export const TENANT = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
export const ISSUER = 'https://api.botframework.com';
export const BOT = { kind: 'SingleTenant', appId: APP_ID, tenant: TENANT, password: 'not-a-real-secret' } as const;

/** What a token says, where it differs from a good one. A claim that is null is left out. */
export interface TokenOverrides {
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Seconds from now. */
  readonly expires?: number;
  readonly notBefore?: number;
  /** `stranger` signs under the published id with a key that nobody published; `skype` is endorsed for another channel. */
  readonly signedBy?: 'published' | 'stranger' | 'skype';
  readonly kid?: string;
}

/** Microsoft's OpenID metadata and keys, on this computer, with keys of our own. */
export interface KeyServer {
  /** For the adapter's settings: all seven names, or the SDK blanks the others (teams.md T17). */
  readonly endpoints: {
    readonly ToBotFromChannelTokenIssuer: string;
    readonly [name: string]: string;
  };
  /** An authorization header as Teams would send it. */
  sign(serviceUrl: string, overrides?: TokenOverrides): Promise<string>;
  /** The published key as a shared secret, for the oldest trick there is. */
  readonly publicKeyText: string;
  close(): Promise<void>;
}

export async function startKeyServer(): Promise<KeyServer> {
  const keys = {
    published: await generateKeyPair('RS256', { extractable: true }),
    stranger: await generateKeyPair('RS256', { extractable: true }),
    skype: await generateKeyPair('RS256', { extractable: true }),
  };
  const published = { ...(await exportJWK(keys.published.publicKey)), kid: 'published', endorsements: ['msteams'] };
  const skype = { ...(await exportJWK(keys.skype.publicKey)), kid: 'skype', endorsements: ['skype'] };

  const server = createServer((request, response) => {
    const body = request.url === '/keys' ? { keys: [published, skype] } : { jwks_uri: `${url}/keys` };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    endpoints: {
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: ISSUER,
      OAuthUrl: `${url}/oauth`,
      ToBotFromChannelOpenIdMetadataUrl: `${url}/openid`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${url}/openid`,
      CallerId: 'urn:botframework:azure',
    },
    publicKeyText: String(published.n),
    async sign(serviceUrl, { claims = {}, expires = 600, notBefore = -60, signedBy = 'published', kid } = {}) {
      const all = { iss: ISSUER, aud: APP_ID, serviceurl: serviceUrl, exp: '', nbf: '', ...claims };
      const kept = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null && value !== ''));
      const token = new SignJWT(kept as JWTPayload).setProtectedHeader({
        alg: 'RS256',
        kid: kid ?? (signedBy === 'skype' ? 'skype' : 'published'),
      });
      if (all.exp === '') token.setExpirationTime(`${expires} seconds`);
      if (all.nbf === '') token.setNotBefore(`${notBefore} seconds`);
      return `Bearer ${await token.sign(keys[signedBy].privateKey)}`;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Signs what we send with a made-up token, since MSAL will not fetch one over http. Everything else is the SDK's. */
export class MadeUpCredentials extends PasswordServiceClientCredentialFactory {
  constructor() {
    super(APP_ID, 'not-a-real-secret', TENANT);
  }

  override async createCredentials(): ReturnType<PasswordServiceClientCredentialFactory['createCredentials']> {
    return {
      async signRequest(request: { headers: { set(name: string, value: string): void } }) {
        request.headers.set('authorization', 'Bearer made-up');
        return request;
      },
    } as never;
  }
}
