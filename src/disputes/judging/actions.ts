import { acting } from '../actions.ts';
import { judge } from './rules.ts';

export const judgeResponse = acting(judge, 'judge a response');
