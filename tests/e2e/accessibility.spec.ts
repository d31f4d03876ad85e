import type { Page } from '@playwright/test';
import type { Rooms, Visitor } from '../../scripts/screenshots/make-rooms';
import { SHOTS, type Shot } from '../../scripts/screenshots/shots';
import { expect, findBarriers, findCutOff, test } from './fixtures';
import { type Doors, openDoors } from './open-doors';

/**
 * Every page and state of which `npm run screenshots` takes a picture, in every light: all of axe's rules once, and those
 * of colours in the other two lights, which change nothing but colours. A phone has the same colours as a desk.
 */
const LIGHTS = ['light', 'dark', 'bedtime'] as const;
/** Those whose picture needs an installation that is broken on purpose, or a story that takes minutes. */
const LEFT_OUT = new Set(['making', 'failed', 'error', 'loading', 'offline-page']);
const NAMES: Record<Visitor, string> = {
  stranger: 'somebody nobody knows',
  newcomer: 'a guest without a story',
  family: 'who has books',
  careful: 'a household that looks first',
};

test.use({
  contextOptions: { reducedMotion: 'reduce' },
  allowedConsoleErrors: /status of 40\d|ERR_INTERNET_DISCONNECTED/,
  serviceWorkers: 'block',
});

let doors: Doors | undefined;
test.beforeAll(async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  doors = await openDoors(browser, baseURL ?? '');
});

for (const visitor of ['stranger', 'newcomer', 'family', 'careful'] satisfies Visitor[]) {
  test(`no barrier in any light on any page, for ${NAMES[visitor]}`, async ({ page, context, isMobile }) => {
    test.setTimeout(240_000);
    if (!doors) throw new Error('Nothing was made to look at.');
    await context.addCookies(doors.visitors[visitor].cookies);
    const found: string[] = [];
    for (const shot of SHOTS.filter(({ as, name }) => as === visitor && !LEFT_OUT.has(name))) {
      await test.step(shot.name, async () => {
        for (const barrier of await look(page, shot, doors as Rooms, isMobile))
          found.push(`${shot.name}, ${barrier}`);
      });
    }
    expect(found).toEqual([]);
  });
}

async function look(page: Page, shot: Shot, rooms: Rooms, isPhone: boolean): Promise<string[]> {
  await page.goto(shot.path(rooms));
  await shot.prepare?.(page, rooms);
  const found: string[] = [];
  for (const light of isPhone ? LIGHTS.slice(0, 1) : LIGHTS) {
    await page.evaluate((theme) => {
      document.documentElement.dataset.theme = theme;
    }, light);
    const barriers = await findBarriers(page, light === 'light' ? 'everything' : 'colours', shot.repeats);
    found.push(...barriers.map((barrier) => `${light}: ${barrier}`));
  }
  if (isPhone) found.push(...(await findCutOff(page)));
  await page.context().setOffline(false);
  return found;
}
