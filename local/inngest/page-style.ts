export const PAGE_STYLE = `
:root { color-scheme: light dark; --line: light-dark(#e4e0da, #35322e); --quiet: light-dark(#756d62, #a29a8f);
  --paper: light-dark(#fbf9f6, #191715); --card: light-dark(#fff, #211f1c); --ink: light-dark(#2a2622, #ece7e0);
  --ok: light-dark(#2f7d4f, #6cc48f); --bad: light-dark(#b3372f, #f08a80); --busy: light-dark(#2b62b0, #86b4f5);
  --off: light-dark(#8a6d1f, #d9b757); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 ui-sans-serif, system-ui, sans-serif; }
main { max-width: 68rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
h1 { font-size: 1.35rem; margin: 0; } h2 { font-size: 1rem; margin: 2rem 0 .6rem; }
header { margin-bottom: 1.2rem; } header p { margin: .2rem 0 0; color: var(--quiet); }
a { color: inherit; text-underline-offset: 3px; } code, pre, .id { font-family: ui-monospace, monospace; font-size: .86em; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .8rem 1rem; margin: 0 0 .7rem; }
.row { display: flex; flex-wrap: wrap; gap: .3rem .9rem; align-items: baseline; }
.row .end { margin-left: auto; color: var(--quiet); font-size: .88em; }
.quiet, .id { color: var(--quiet); }
.badge { font-size: .78em; font-weight: 600; padding: .05rem .5rem; border-radius: 99px; border: 1px solid currentColor; }
.Completed, .done { color: var(--ok); } .Failed, .error { color: var(--bad); } .Running, .pending { color: var(--busy); }
.Cancelled, .retrying { color: var(--off); }
ol { list-style: none; margin: .5rem 0 0; padding: 0; }
li { display: grid; grid-template-columns: 1.1rem minmax(8rem, 1fr) auto; gap: 0 .4rem; padding: .12rem 0; }
li .more { grid-column: 2 / -1; } li > :last-child { text-align: right; } li .more { text-align: left; }
table { width: 100%; border-collapse: collapse; } th { text-align: left; font-weight: 600; color: var(--quiet); }
th, td { padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
.scroll { overflow-x: auto; }
pre { margin: .4rem 0 0; padding: .7rem .9rem; overflow: auto; max-height: 24rem; background: var(--paper);
  border: 1px solid var(--line); border-radius: 8px; white-space: pre-wrap; overflow-wrap: anywhere; }
`;
