import type { Authority } from '../authority/model.ts';
import type { Person } from '../people/model.ts';

/**
 * The file that tells the Microsoft 365 Agents Playground who is who. It takes one person at the keyboard, exactly five
 * others, and one channel besides General; its YAML is a superset of JSON, so JSON is what we write.
 */
export function playgroundFile({ name, tenant, register, channels }: Authority): string {
  const [atKeyboard, ...others] = [...register.values()];
  const [first, general] = [...channels.values()];
  return JSON.stringify({
    version: '0.1.1',
    tenantId: tenant,
    bot: { id: '00000000-0000-4000-8000-00000000b071', name: 'Homeward' },
    currentUser: userOf(atKeyboard!),
    users: others.slice(0, 5).map(userOf),
    personalChat: { id: 'a:homeward-and-you' },
    groupChat: { id: '19:group@thread.v2', name: 'Group chat' },
    team: {
      id: general!.id,
      name,
      aadGroupId: '00000000-0000-4000-8000-00000000a1d0',
      channels: [{ id: first!.id, name: first!.name }],
    },
  });
}

function userOf({ id, name, email }: Person) {
  const [givenName, ...rest] = name.split(' ');
  return { id: `29:${id}`, aadObjectId: id, name, email, userPrincipleName: email, givenName, surname: rest.join(' ') };
}
