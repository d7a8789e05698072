import type { Sight } from '../../authority/model.ts';
import { childOf } from '../../cases/view.ts';
import { sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import type { Fact, Head } from '../../view.ts';
import type { Returning } from '../model.ts';
import { mayPlan } from '../rules.ts';
import type { Check } from './checks.ts';
import { STEP_DOWNS, type StepDown } from './model.ts';
import { isLateService, notBegun } from './services.ts';

interface AboutReturn extends Head {
  readonly id: string;
  readonly revision: string;
}

/** To the IRO and the managers: the return broke down, and what was learned. */
export interface BrokeDownView extends AboutReturn {
  readonly facts: readonly Fact[];
  readonly why: string;
  readonly learned: string;
}

export function brokeDownView({ about, plan }: Returning, { authority: { register } }: Sight): BrokeDownView {
  const { on, by, backInCare, why, learned } = plan.after.breakdown!;
  return {
    heading: 'A return home broke down',
    quiet: `${childOf(about)} · ${plan.id} · home since ${sayDay(plan.wentHomeOn!)}`,
    id: plan.id,
    revision: String(about.revision),
    facts: [
      { title: 'Broke down on', value: sayDay(on) },
      { title: 'Back in care', value: backInCare ? 'Yes' : 'No' },
      { title: 'Recorded by', value: nameOf(by, register) },
    ],
    why,
    learned,
  };
}

/** To those who worked with the family: the step down, and who leads from now on. */
export interface SteppedDownView extends AboutReturn {
  readonly facts: readonly Fact[];
  readonly why: string;
}

export function steppedDownView({ about, plan }: Returning, step: StepDown, { authority }: Sight): SteppedDownView {
  return {
    heading: 'Support has stepped down',
    quiet: `${childOf(about)} · ${plan.id} · home since ${sayDay(plan.wentHomeOn!)}`,
    id: plan.id,
    revision: String(about.revision),
    facts: [
      { title: 'To', value: `${STEP_DOWNS[step.to]}, from ${sayDay(step.on)}` },
      { title: 'Who leads now', value: step.lead },
      { title: 'Social worker stays beside', value: `until ${sayDay(step.overlapUntil)}` },
      { title: 'Decided by', value: nameOf(step.by, authority.register) },
    ],
    why: step.why,
  };
}

/** To the social worker: a question to ask now that the child has been home for a while. */
export interface CheckView extends AboutReturn {
  readonly says: string;
  /** Why it is asked now, and on whose advice. */
  readonly why: string;
  readonly lines: readonly { readonly says: string }[];
  readonly asksServices: boolean;
  readonly asksHelp: boolean;
}

const ASKED: Readonly<
  Record<Check['what'], { readonly heading: string; readonly says: string; readonly why: string }>
> = {
  services: {
    heading: 'Has each promised service begun?',
    says: 'Ask the family, not only the service.',
    why: 'Two weeks after the return · DfE research §5',
  },
  help: {
    heading: 'Is the family pulling out of help?',
    says: 'After a good start some families stop coming. Ask now, and answer here.',
    why: 'Six weeks after the return; the week is our proposal · DfE research §4',
  },
};

const MOST_LINES = 5;

export function checkView({ about, plan }: Returning, what: Check['what'], sight: Sight): CheckView {
  const { heading, says, why } = ASKED[what];
  const left = what === 'services' ? notBegun(plan) : [];
  const lines = left.slice(0, MOST_LINES).map((service) => {
    const { name, startBy } = service;
    return `${isLateService(service, sight.today) ? '⚠' : '○'} ${name}, promised by ${sayDay(startBy)}`;
  });
  const more = left.length - lines.length;
  return {
    heading,
    quiet: `${childOf(about)} · ${plan.id} · home since ${sayDay(plan.wentHomeOn!)}`,
    id: plan.id,
    revision: String(about.revision),
    says,
    why,
    lines: [...lines, ...(more > 0 ? [`… and ${more} more.`] : [])].map((line) => ({ says: line })),
    asksServices: what === 'services' && mayPlan(about, sight),
    asksHelp: what === 'help' && mayPlan(about, sight),
  };
}
