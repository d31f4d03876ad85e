import {
  addScores,
  loadConversations,
  playConversation,
  rate,
  SCORED_FIELDS,
  scoreDossier,
} from './dossier-score.ts';

/** `npm run bench:dossier` prints precision, recall and F1 of the built-in extractor; with `-- --misses` also what it missed. */
function benchDossier(): void {
  const conversations = loadConversations();
  const played = conversations.map((conversation) => {
    const { dossier, slowestMs } = playConversation(conversation.messages);
    return { conversation, dossier, slowestMs, scores: scoreDossier(dossier, conversation.expected) };
  });
  for (const isHeldOut of [false, true]) {
    const chosen = played.filter((one) => one.conversation.isHeldOut === isHeldOut);
    const total = addScores(chosen.map((one) => one.scores));
    console.log(`\n${isHeldOut ? 'held out' : 'tuned on'}: ${chosen.length} conversations`);
    console.log('field           precision  recall     F1   right/found/expected');
    for (const field of SCORED_FIELDS) {
      const { precision, recall, f1 } = rate(total[field]);
      const figures = [precision, recall, f1].map((one) => one.toFixed(2).padStart(7)).join('  ');
      const { right, found, expected } = total[field];
      console.log(`${field.padEnd(15)} ${figures}   ${right}/${found}/${expected}`);
    }
  }
  const times = played.map((one) => one.slowestMs).sort((a, b) => a - b);
  console.log(
    `\nslowest turn of a conversation: median ${times[times.length >> 1]?.toFixed(1)} ms, most ${times.at(-1)?.toFixed(1)} ms`,
  );
  if (!process.argv.includes('--misses')) return;
  for (const { conversation, dossier, scores } of played) {
    // What is held out stays unseen, so that nobody tunes on it.
    if (conversation.isHeldOut && !process.argv.includes('--held-out')) continue;
    const missed = SCORED_FIELDS.filter(
      (field) => scores[field].right < Math.max(scores[field].found, scores[field].expected),
    );
    if (missed.length === 0) continue;
    console.log(`\n${conversation.file}`);
    const show = (one: typeof dossier, field: string) =>
      JSON.stringify(
        field === 'characters'
          ? one.characters.map(({ name }) => name)
          : field === 'relationships'
            ? one.characters.flatMap(({ name, relationships }) =>
                relationships.map((text) => `${name}: ${text}`),
              )
            : one[field as 'themes'],
      );
    for (const field of missed)
      console.log(
        `  ${field}\n    found    ${show(dossier, field)}\n    expected ${show(conversation.expected, field)}`,
      );
  }
}

benchDossier();
