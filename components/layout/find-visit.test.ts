import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { findVisit } from './find-visit';

const HERE = {
  origin: 'https://loom.example',
  pathname: '/stories',
  href: 'https://loom.example/stories?q=fox',
};

function press(html: string, keys: Partial<Parameters<typeof findVisit>[0]> = {}) {
  const { document } = parseHTML(`<body>${html}</body>`);
  const target = document.querySelector('b') as unknown as EventTarget;
  const none = { metaKey: false, ctrlKey: false, shiftKey: false, altKey: false };
  return findVisit({ button: 0, ...none, target, ...keys }, HERE);
}

describe('a press on a link', () => {
  it('leads to another page of ours, also by what lies in the link', () => {
    expect(press('<a href="/stories/7#page-2"><b>Nova</b></a>')).toBe('/stories/7');
  });

  it('is no visit where it leaves us, opens elsewhere, saves a file, or stays on the page', () => {
    for (const html of [
      '<b>words</b>',
      '<a><b>no address</b></a>',
      '<a href="https://other.example/stories/7"><b>away</b></a>',
      '<a href="mailto:somebody@example.org"><b>a mail</b></a>',
      '<a href="/stories/7" target="_blank"><b>a new tab</b></a>',
      '<a href="/film.mp4" download><b>a file</b></a>',
      '<a href="?q=owl"><b>another view</b></a>',
      '<a href="#shelf"><b>another place</b></a>',
    ]) {
      expect([html, press(html)]).toEqual([html, null]);
    }
    const link = '<a href="/stories/7"><b>Nova</b></a>';
    expect(press(link, { metaKey: true })).toBeNull();
    expect(press(link, { button: 1 })).toBeNull();
    expect(press(link, { target: null })).toBeNull();
  });
});
