import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { SampleCard } from './sample-card';

describe('the sample', () => {
  it('opens at its link, with cover and title', () => {
    const html = renderToStaticMarkup(
      <SampleCard
        sample={{
          state: 'ready',
          shareId: 'abc',
          title: 'Tilly & the Cheese',
          coverUrl: '/s/abc/media/1.png',
        }}
      />,
    );
    expect(html).toContain('href="/s/abc"');
    expect(html).toContain('Tilly &amp; the Cheese');
    expect(html).toContain('src="/s/abc/media/1.png?w=320"');
  });

  it('is announced while it is made, and never a broken link', () => {
    const html = renderToStaticMarkup(<SampleCard sample={{ state: 'making' }} />);
    expect(html).toContain('being woven');
    expect(html).not.toContain('href');
  });

  it('is not spoken of where there is none', () => {
    expect(renderToStaticMarkup(<SampleCard sample={{ state: 'none' }} />)).toBe('');
  });
});
