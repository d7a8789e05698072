import { acting } from '../actions.ts';
import { resolve, withdraw } from './rules.ts';

export const resolveDispute = acting(resolve, 'resolve it');
export const withdrawDispute = acting(withdraw, 'withdraw it');
