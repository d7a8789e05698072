import { enableCompileCache } from 'node:module';

/**
 * Loaded before everything else (`node --import`): compiled code is kept beside the packages, so that every start but
 * the first is quick. Not in the shared temp folder, where another user of the machine could put code in our way.
 */
enableCompileCache(new URL('../node_modules/.cache/compiled', import.meta.url).pathname);
