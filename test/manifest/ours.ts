import { readFileSync } from 'node:fs';
import { filledIn } from '../../manifest/app-package.ts';
import type { Manifest } from '../../manifest/rules.ts';

export const botId = '11111111-2222-3333-4444-555555555555';

export const pictures = {
  'color.png': readFileSync('manifest/color.png'),
  'outline.png': readFileSync('manifest/outline.png'),
};

export function ourManifest(): Manifest {
  return filledIn(readFileSync('manifest/manifest.json', 'utf8'), botId, '0.1.0') as Manifest;
}
