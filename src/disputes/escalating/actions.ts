import { acting } from '../actions.ts';
import { escalate, setAutomatic as instruct } from './rules.ts';

export const escalateDispute = acting(escalate, 'escalate it');
export const setAutomatic = acting(instruct, 'change what happens when nobody responds');
