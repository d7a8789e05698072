import type { z } from 'zod';

/**
 * Every problem of a schema as `record.bornOn: must be string`. Said in our own words from the kind of problem alone:
 * a schema's message may quote the value, and the value may be about a child.
 */
export function problemsIn(error: z.ZodError, under = ''): string[] {
  return error.issues.map((issue) => {
    const path = [under, ...issue.path.map(String)].filter((part) => part !== '').join('.');
    return `${path || 'the whole file'}: ${inWords(issue)}`;
  });
}

function inWords(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${issue.expected}`;
    case 'invalid_value':
      return `must be ${issue.values.map(String).join(' or ')}`;
    case 'unrecognized_keys':
      return `must not have ${issue.keys.join(', ')}`;
    case 'too_small':
      return `must be at least ${issue.minimum}`;
    case 'too_big':
      return `must be at most ${issue.maximum}`;
    default:
      return 'is not in a form that is known';
  }
}
