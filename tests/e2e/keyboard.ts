import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures';

/** Goes to an element as somebody does who has only a keyboard. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
}

/** Goes there and presses Enter. */
export async function pressOn(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await tabTo(page, target, key);
  await page.keyboard.press('Enter');
}

/** Of radio buttons: to the chosen one with Tab, and on with the arrow until this one is chosen. */
export async function choose(page: Page, group: Locator, name: string | RegExp): Promise<void> {
  await tabTo(page, group.getByRole('radio', { checked: true }));
  const wanted = group.getByRole('radio', { name });
  for (let presses = 0; presses < 20 && !(await wanted.isChecked()); presses += 1) {
    await page.keyboard.press('ArrowRight');
  }
  await expect(wanted).toBeChecked();
}
