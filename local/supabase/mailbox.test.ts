import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { renderMailPage } from './mail-page.ts';
import { openMailbox } from './mailbox.ts';

let folder: string;
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'storyloom-mail-')), 'mail');
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

test('every mail is a file of its own, newest first, with its links unescaped', async () => {
  const mailbox = openMailbox(folder);
  expect(await mailbox.listMails()).toEqual([]);
  await mailbox.deliver({
    to: 'a@example.com',
    subject: 'One',
    html: '<a href="http://x/?a=1&amp;b=2">go</a>',
  });
  await new Promise((resolve) => setTimeout(resolve, 5));
  await mailbox.deliver({ to: 'b@example.com', subject: 'Two', text: 'no link' });
  const mails = await mailbox.listMails();
  expect(mails.map((mail) => [mail.subject, mail.links])).toEqual([
    ['Two', []],
    ['One', ['http://x/?a=1&b=2']],
  ]);
  expect(
    readdirSync(folder).every((name) => (statSync(path.join(folder, name)).mode & 0o777) === 0o600),
  ).toBe(true);
});

test('the page links http addresses only, and nothing in a mail becomes markup', () => {
  const html = renderMailPage([
    {
      id: '1',
      sentAt: '2026-11-21T09:00:00.000Z',
      to: '<b>@example.com',
      subject: '<script>alert(1)</script>',
      html: '<p>Hello <i>you</i></p><script>alert(2)</script>',
      links: ['https://example.com/?a=1&b="', 'javascript:alert(3)'],
    },
  ]);
  expect(html).not.toMatch(/<script|<i>|<b>|javascript:/);
  expect(html).toContain('<a href="https://example.com/?a=1&amp;b=&quot;">');
  expect(html).toContain('Hello you');
});
