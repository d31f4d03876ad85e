import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';
import { useKeptText } from './use-kept-text';

function Box({ initial }: { initial?: string }) {
  const { text, isKept } = useKeptText('prompt', initial);
  return <p>{`${text}|${isKept}`}</p>;
}

it('shows what the box begins with where there is no browser', () => {
  expect(renderToString(<Box />)).toBe('<p>|false</p>');
  expect(renderToString(<Box initial="The fox sleeps." />)).toBe('<p>The fox sleeps.|false</p>');
});
