/** Loaded before a program (`node --import`): at its end tells the fourth stream the most memory it ever had, in KB. */
import { writeSync } from 'node:fs';

process.on('exit', () => void writeSync(3, String(process.resourceUsage().maxRSS)));
