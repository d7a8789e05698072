import { findDeadline } from '../../cases/deadlines/actions.ts';
import { readDeadlineForm } from '../../cases/deadlines/form.ts';
import { childOf } from '../../cases/view.ts';
import type { Outcome } from '../../refusal.ts';
import { notice, type Route, route, type Typed } from '../route.ts';

/**
 * A button that stands beside a deadline: once that was met or has moved, it says so and does nothing else, so that no
 * button of yesterday still works. A button that names no deadline is pressed as ever. `read` reads what was typed beside
 * it, and what is wrong with that is said first.
 */
export function whileItStands(button: Route, read: (typed: Typed) => Outcome<unknown> = readDeadlineForm): Route {
  const looked = route({
    verb: button.verb,
    read: readDeadlineForm,
    act: findDeadline,
    show: ({ about, settled }, at, { typed }) =>
      settled ? notice(settled.heading, childOf(about), settled.says) : button.press(typed, at),
  });
  return {
    ...button,
    press(typed, at) {
      const namesNone = typed.rule === undefined && typed.due === undefined;
      const isMistyped = readDeadlineForm(typed).ok && !read(typed).ok;
      return namesNone || isMistyped ? button.press(typed, at) : looked.press(typed, at);
    },
  };
}
