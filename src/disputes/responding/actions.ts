import { acting } from '../actions.ts';
import { agreeToEscalate as passUp, respond } from './rules.ts';

export const respondToDispute = acting(respond, 'respond');
export const agreeToEscalate = acting(passUp, 'pass it up');
