import { expect, test, waitUntilListening } from './fixtures';

test('a swipe turns the page, a scroll does not', async ({ page, context, madeStory }) => {
  await context.addCookies(madeStory.storageState.cookies);
  await page.goto(`/stories/${madeStory.storyId}`);
  const region = page.getByRole('region', { name: 'The book' });
  await waitUntilListening(region);
  const book = await region.boundingBox();
  if (!book) throw new Error('The book is not on the page.');
  const y = book.y + 120;
  const session = await context.newCDPSession(page);
  const swipe = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] });
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [to] });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  await swipe({ x: 200, y: y + 100 }, { x: 190, y });
  await expect(page.getByText('Page 1 of 2')).toBeAttached();
  await swipe({ x: 300, y }, { x: 100, y });
  await expect(page.getByText('Page 2 of 2')).toBeAttached();
  await swipe({ x: 100, y }, { x: 300, y });
  await expect(page.getByText('Page 1 of 2')).toBeAttached();
});
