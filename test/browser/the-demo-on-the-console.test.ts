import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { PATIENCE } from './chromium.ts';
import { runDemo } from './demo.ts';

it('says where it is and what to try, and leaves nothing behind after Ctrl-C', { timeout: 3 * PATIENCE }, async () => {
  const demo = await runDemo();
  onTestFinished(demo.close);
  expect(demo.printed()).toMatch(/Homeward +http:\/\/127\.0\.0\.1:\d+\n +Playground +http:\/\/localhost:\d+ /);
  expect(demo.printed()).toMatch(/Three things to try.*\n +deadlines .*\n +act as .*\n +clock \+5 working days /);
  const ports = [demo.homeward, demo.playground].map((address) => Number(new URL(address).port));
  expect(await Promise.all(ports.map(isTaken))).toEqual([true, true]);
  expect(madeHere(demo.folder)).toHaveLength(1);

  await demo.ctrlC();

  expect(await Promise.all(ports.map(isTaken))).toEqual([false, false]);
  expect(madeHere(demo.folder)).toEqual([]);
  expect(`${demo.printed()}${demo.complained()}`).not.toMatch(/warning|deprecat|error|^ +at /im);
});

function madeHere(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => name.startsWith('homeward-demo-'));
}

async function isTaken(port: number): Promise<boolean> {
  const socket = connect(port, 'localhost');
  const isOpen = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  return isOpen;
}
