import type { Council } from '../fakes/council.ts';

export const textOf = (part: unknown) => JSON.stringify(part);

/** Every request to Teams that puts something in a channel: posts, answers in threads, redraws. */
export function toChannels({ teams, authority }: Council) {
  const ids = [...authority.channels.values()].map(({ id }) => id);
  return teams.heard.filter(({ path, body }) =>
    ids.some((id) => decodeURIComponent(path).includes(id) || textOf(body.channelData ?? {}).includes(id)),
  );
}

/** The `fallbackText` of every card anywhere in a payload. */
export function fallbacksIn(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(fallbacksIn);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === 'fallbackText' ? [String(value)] : fallbacksIn(value),
  );
}
