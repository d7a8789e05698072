import { mkdirSync, writeFileSync } from 'node:fs';
import { done, type Outcome } from '../src/refusal.ts';
import { type AppPackage, DEMO_ID, packageFor, readBotId } from './app-package.ts';

// npm run pack: writes dist/homeward.zip, the Teams app package of the bot whose id is in MicrosoftAppId.
// The developer's addresses in manifest.json are placeholders: put your authority's own there before staff install it.
const isDemo = process.argv.includes('--demo');
const botId = isDemo ? done(DEMO_ID) : readBotId(process.env.MicrosoftAppId ?? '');
report(botId.ok ? packageFor(botId.value) : botId);

function report(packed: Outcome<AppPackage>): void {
  if (!packed.ok) {
    console.error(`Nothing was packed.\n${packed.because}`);
    process.exitCode = 1;
    return;
  }
  const { manifest, names, zip } = packed.value;
  mkdirSync('dist', { recursive: true });
  writeFileSync('dist/homeward.zip', zip);
  console.log(
    `dist/homeward.zip: ${manifest.name.short} ${manifest.version} for bot ${manifest.id} (${names.join(', ')}).`,
  );
  console.log(isDemo ? 'It has the demo id: look at it, but do not upload it.' : whatNext(manifest.developer));
}

function whatNext({ websiteUrl = '' }: AppPackage['manifest']['developer']): string {
  const placeholder = /\.example\.org\b/.test(websiteUrl);
  return placeholder
    ? `Before staff install it, put your own addresses in place of ${websiteUrl} in manifest/manifest.json.`
    : 'Upload it in the Teams admin centre, under Manage apps.';
}
