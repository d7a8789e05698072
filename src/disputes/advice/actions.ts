import { acting } from '../actions.ts';
import { askLegalAdvice as ask } from './rules.ts';

export const askLegalAdvice = acting(ask, 'note legal advice');
