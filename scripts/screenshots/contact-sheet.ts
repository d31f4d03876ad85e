import type { Light, Taken } from './take-shots.ts';

/** All of them on one page, a row for each page or state: what one looks at. */
export function buildContactSheet(
  taken: readonly Taken[],
  lights: readonly Light[],
  widthsPx: readonly number[],
): string {
  const names = [...new Set(taken.map(({ shot }) => shot.name))];
  const rows = names.map((name) => {
    const own = taken.filter(({ shot }) => shot.name === name);
    const cells = lights.flatMap((light) =>
      widthsPx.map((widthPx) => {
        const one = own.find((candidate) => candidate.light === light && candidate.widthPx === widthPx);
        return one ? buildCell(one) : '';
      }),
    );
    return `<section id="${name}"><h2>${name}</h2><p>${own[0]?.shot.shows ?? ''}</p><div>${cells.join('')}</div></section>`;
  });
  const contents = names.map((name) => `<a href="#${name}">${name}</a>`).join(' · ');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Storyloom, page by page</title><style>
body{font:16px/1.5 system-ui,sans-serif;margin:2rem;background:#777;color:#fff}a{color:#fff}
div{display:flex;gap:12px;align-items:start;overflow-x:auto;padding-bottom:1rem}figure{margin:0;flex:none}
img{height:26rem;max-width:44rem;object-fit:cover;object-position:top;border-radius:6px;display:block}
figcaption{font-size:13px}.trouble{color:#ffd0d0;font-weight:700;max-width:20rem}h2{margin:2rem 0 0}p{margin:0 0 .5rem}
</style><h1>Storyloom, page by page</h1><p>${contents}</p>${rows.join('')}</html>`;
}

function buildCell({ file, light, widthPx, trouble }: Taken): string {
  const caption = `${widthPx} px · ${light}`;
  const picture = `<a href="${file}"><img loading="lazy" src="${file}" alt="${caption}"></a>`;
  const words = trouble ? `<span class="trouble">${escapeHtml(trouble)}</span>` : caption;
  return `<figure>${picture}<figcaption>${words}</figcaption></figure>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
