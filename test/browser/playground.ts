import type { Browser, Locator, Page } from 'playwright-core';
import { PATIENCE } from './chromium.ts';

/** The Microsoft 365 Agents Playground in a browser, as the person at the keyboard sees and uses it. */
export class Playground {
  /** The hosts of all that was answered, and of what was asked for and not let through. */
  readonly reached = new Set<string>();
  readonly refused = new Set<string>();
  readonly #page: Page;
  #asked = 0;

  constructor(page: Page) {
    this.#page = page;
    page.on('response', (response) => this.reached.add(hostOf(response.url())));
    page.on('websocket', (socket) => this.reached.add(hostOf(socket.url())));
  }

  /** Types words into the chat and sends them. Gives the card under this heading that answers: letters may come before it. */
  async says(words: string, heading: string): Promise<Locator> {
    const answers = this.cards.filter({ hasText: heading });
    const before = await answers.count();
    await this.#page.getByRole('textbox').last().click();
    await this.#page.keyboard.type(words);
    await this.#page.keyboard.press('Enter');
    // A letter may still arrive above it, and a press draws another card in its place: so the place itself is marked.
    this.#asked += 1;
    const place = `asked-${this.#asked}`;
    await answers.nth(before).evaluate((card, id) => card.closest('.fai-OutputCard')!.setAttribute('id', id), place);
    return this.#page.locator(`#${place} .ac-adaptiveCard`);
  }

  /** Opens a chat or a channel by its name in the left pane. */
  async opens(name: string): Promise<void> {
    await this.#page.getByRole('treeitem', { name }).click();
  }

  get cards(): Locator {
    return this.#page.locator('.ac-adaptiveCard');
  }

  /** The cards that say all of this. */
  cardsSaying(...words: readonly (string | RegExp)[]): Locator {
    return words.reduce<Locator>((cards, hasText) => cards.filter({ hasText }), this.cards);
  }

  /** Chooses from a drop-down list of a card by its label. */
  async chooses(card: Locator, label: string, option: string): Promise<void> {
    await card.getByRole('combobox', { name: label, exact: true }).click();
    await this.#page.getByRole('option', { name: option, exact: true }).click();
  }

  /** Presses a day, "Mon 30 November 2026", in the calendar of a date's input. */
  async choosesDay(card: Locator, label: string, day: string): Promise<void> {
    await card.getByRole('combobox', { name: label }).click();
    const calendar = this.#page.getByRole('dialog', { name: 'Calendar' });
    await calendar.getByRole('grid').waitFor();
    const pressed = calendar.getByRole('button', { name: day.split(' ').slice(1).join(', '), exact: true });
    if ((await pressed.count()) === 0) await calendar.getByRole('button', { name: 'Next month' }).click();
    await pressed.click();
    await calendar.waitFor({ state: 'detached' });
  }

  /** Opens it, with the way barred to any other computer. */
  async open(address: string): Promise<this> {
    await this.#page.context().route('**', async (route) => {
      const host = hostOf(route.request().url());
      if (isHere(host)) return route.continue();
      this.refused.add(host);
      return route.abort();
    });
    await this.#page.goto(address);
    return this;
  }
}

export async function openPlayground(browser: Browser, address: string): Promise<Playground> {
  const page = await browser.newPage({
    viewport: { width: 1300, height: 1400 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    serviceWorkers: 'block',
  });
  page.setDefaultTimeout(PATIENCE);
  return new Playground(page).open(address);
}

/** Whether a host is this computer. What a page carries within itself has none. */
export function isHere(host: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]', ''].includes(host);
}

function hostOf(url: string): string {
  return new URL(url).hostname;
}
