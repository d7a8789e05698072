import type { Person, Post } from '../people/model.ts';
import type { Head } from '../view.ts';
import { entryOf } from './entries.ts';
import { CERTAINTIES, type Entry, type Found, type Source } from './model.ts';

/** Another question to press. */
interface Beside {
  readonly title: string;
  readonly entry: string;
}

/** An answer with where it comes from and how sure we are. */
export interface GuidanceAnswerView extends Head {
  readonly answer: string;
  readonly sources: readonly { readonly says: string; readonly url: string; readonly hasUrl: boolean }[];
  readonly sure: string;
  readonly hasSee: boolean;
  readonly see: string;
  readonly namesARecord: boolean;
  readonly hasOthers: boolean;
  readonly others: readonly Beside[];
}

/** What can be asked, also where we do not know. */
export interface GuidanceAskView extends Head {
  readonly says: string;
  readonly namesARecord: boolean;
  readonly examples: readonly Beside[];
}

type Known = Extract<Found, { known: true }>;

export function guidanceAnswerView({ entry, also }: Known, namesARecord: boolean): GuidanceAnswerView {
  const { asks, answer, sources, sure, but, see } = entry;
  return {
    heading: asks[0],
    quiet: 'Built-in guidance · general, not about one child',
    answer,
    sources: sources.map(sourceLine),
    sure: `How sure: ${CERTAINTIES[sure]}.${but ? ` ${but}` : ''}`,
    hasSee: see.length > 0,
    see: `In Homeward, type ${see.map((word) => `“${word}”`).join(' or ')}.`,
    namesARecord,
    hasOthers: also.length > 0,
    others: also.map(button),
  };
}

/** `known` is false where something was asked that the guidance has no answer to. */
export function guidanceAskView(
  known: false | 'nothing asked',
  namesARecord: boolean,
  { by }: { readonly by: Person },
): GuidanceAskView {
  const unknown = known === false;
  return {
    heading: unknown ? 'I do not know that' : 'Ask me about returning home',
    quiet: 'Built-in guidance · your question is not kept',
    says: unknown
      ? 'Nothing in my guidance answers this, and I do not guess. Ask your team manager, or legal services about the law. I know about returns home, decisions, visits, reviews, disputes, and what case reviews found. Few words work best.'
      : 'I answer from short entries about returns home, decisions, visits, reviews, disputes, and what case reviews found. Each says where it comes from and how sure we are.',
    namesARecord,
    examples: examplesFor(by).map(button),
  };
}

/** What people in each post are likely to ask. */
const EXAMPLES: Record<Post, readonly string[]> = {
  'social-worker': ['route-section-20', 'route-sixteen', 'phased-contact', 'visit-concern'],
  'team-manager': ['who-signs-off', 'reviews-optimism', 'broken-agreement', 'prompt-assess'],
  'service-manager': ['who-signs-off', 'dispute-levels', 'route-unplanned'],
  'head-of-service': ['satisfied-of', 'ratification', 'dispute-time'],
  director: ['route-sixteen', 'reg-39', 'dispute-time'],
  'chief-executive': ['dispute-levels', 'dispute-time', 'how-many-fail'],
  iro: ['review-before-return', 'dispute-cafcass', 'dispute-time', 'iro-after-return'],
  'iro-manager': ['dispute-close', 'review-after-return', 'iro-independent'],
  'cin-coordinator': ['cin-reviews', 'step-down', 'services-begun', 'child-in-need'],
  'nominated-officer': ['satisfied-of', 'override', 'reg-18', 'ratification'],
  'business-support': ['working-day', 'counting-days', 'notices'],
  administrator: ['local-or-law', 'nominated-officer', 'retention'],
};
const MOST_EXAMPLES = 4;

function examplesFor({ posts }: Person): readonly Entry[] {
  const ids = new Set([...posts.flatMap((post) => EXAMPLES[post]), 'who-signs-off', 'homeward-is-not']);
  return [...ids].slice(0, MOST_EXAMPLES).flatMap((id) => entryOf(id) ?? []);
}

/** The name once; a second place in the same source only names the place. A link only where it is a safe one. */
function sourceLine({ name, where, link }: Source, index: number, all: readonly Source[]) {
  const isSame = index > 0 && all[index - 1]!.name === name;
  const says = isSame && where ? where : [name, where].filter(Boolean).join(', ');
  const hasUrl = link.startsWith('https://');
  return { says: `${index === 0 ? 'Source: ' : 'Also: '}${says}`, url: hasUrl ? link : '', hasUrl };
}

function button({ asks, id }: Entry): Beside {
  return { title: asks[0], entry: id };
}
