import type { Beat, PlotShape } from '../stage.ts';

/** Somebody wants a friend, comes on too loud, learns to wait, and the shy one comes by itself. */
export const newFriend: PlotShape = {
  id: 'new-friend',
  tones: { heartwarming: 3, gentle: 2, funny: 1, dreamy: 1 },
  suits: (reading) => (reading.newFriend ? 8 : 0) - (reading.wish ? 3 : 0) - (reading.deed ? 3 : 0),
  tell(stage) {
    const met = stage.reading.newFriend;
    if (met?.kind) {
      stage.recast('o', {
        kind: met.kind,
        adjectives: met.adjectives.length > 0 ? met.adjectives : ['shy'],
        ...(met.name && { name: met.name }),
        ...(met.pronoun && { pronoun: met.pronoun }),
      });
    } else {
      const kind = stage.random.pick(
        stage.book.littles.filter((one) => one !== stage.hero.kind && one !== stage.cast.n.kind),
      );
      stage.recast('o', { kind, adjectives: ['shy'] });
    }
    const game = stage.random.pick(GAMES);
    return {
      slots: game,
      beats: [alone, somebody, tooLoud, advice, patience, comesCloser, play, rain, friends],
      episodesAt: [5, 7],
      episodes: 'home',
      titles: [
        '{H} and the shy {okind}',
        'A game for two',
        'Somebody behind {s1}',
        '{H} waits for a friend',
        'Hello, {okind}!',
      ],
      morals: [
        'A friend is somebody you make room for.',
        'Shy hearts open slowly, and it is worth the wait.',
        'Sometimes the best way to say hello is softly.',
      ],
      music: 'playful',
    };
  },
};

const GAMES = [
  { toy: 'red ball', move: 'rolled', flew: 'rolled away and never rolled back', again: 'Roll, roll, stop' },
  { toy: 'paper boat', move: 'pushed', flew: 'sailed off and never sailed back', again: 'Bob, bob, stop' },
  {
    toy: 'little hoop',
    move: 'rolled',
    flew: 'wobbled off and never wobbled back',
    again: 'Wibble, wobble, stop',
  },
];

const alone: Beat = {
  at: 'place',
  time: 'morning',
  mood: 'sad',
  who: ['f'],
  props: ['{toy}', 'ball', 'boat', 'hoop'],
  summary: '{H} stands alone with a {toy} and looks for somebody to play with.',
  young: `
    0 {H} had a {toy}. [But it was a toy for two.|But who could {he} play with?]
    2 {H} {move} it out. It did not come back.
    3 "It is no fun with just one," said {h}.`,
  middle: `
    0 {H} had a {toy}, but it was a toy [made for two|that needed somebody on the other side].
    2 When {he} played alone, it {flew}, and {he} had to fetch it {himself} every time.
    3 {He} had counted the clouds, the stones and {his} own {hands}, and it was not even lunchtime.`,
  older: `
    0 {H} owned a fine {toy}, which had only one fault: it was meant for two, and there was nobody to be the other.
    2 Played alone, it {flew}, and {h} had spent most of that summer walking after it.
    3 {He} had tried playing against {himself}, but {he} always knew what {he} was going to do next.`,
};

const somebody: Beat = {
  need: 1,
  at: 'spot1',
  time: 'morning',
  mood: 'curious',
  who: ['f', 'o'],
  props: ['{prop1}', '{okind}'],
  summary: 'Two shy eyes watch {h} from behind {s1}.',
  young: `
    1 Peep! Two eyes looked out by {s1}. Who was it? It was {ao}!
    2 Blink, blink, went the eyes.`,
  middle: `
    1 Then, one day, {he} saw two eyes by {s1}. They belonged to {ao}, and they were looking at the {toy}.
    2 The moment {h} looked back, the eyes were gone.`,
  older: `
    1 Then one morning {he} noticed that somebody was watching from the shadow of {s1}: {ao}, holding so still that {he} nearly missed {ohim}.
    2 It was not {h} that {o} was looking at. It was the {toy}.`,
};

const tooLoud: Beat = {
  at: 'spot1',
  time: 'day',
  mood: 'worried',
  who: ['f', 'o'],
  props: ['{okind}', '{toy}'],
  summary: '{H} runs up shouting hello, and {o} hides.',
  young: `
    0 There was {ao}! "HELLO!" yelled {h}. "PLAY WITH ME!"
    1 Zip! {O} hid. {H} had been too loud.
    3 "Oh," said {h}. "Oh dear."`,
  middle: `
    0 [Then {h} spotted|Near {s1} sat] {ao}. "HELLO!" {h} shouted, and ran up with both {hands} waving. "LET'S PLAY!"
    1 And {o} was gone, like a candle blown out.
    2 "But I was being nice," said {h} to the empty air.`,
  older: `
    0 {H} was so delighted to see {ao} that {he} charged straight up, waving and shouting, "HELLO! DO YOU WANT TO PLAY?"
    1 There was a flick and a rustle in the shadow of {s1}, and before the last word was out nobody was there any more.
    2 "I was only being friendly," {he} told the empty place, and felt the wrong size all over.`,
};

const advice: Beat = {
  at: 'spot2',
  time: 'day',
  mood: 'calm',
  who: ['f', 'n'],
  props: ['{prop2}', '{nkind}'],
  summary: '{N} gives {h} some quiet advice {ats2}.',
  young: `
    0 "Shy ones do not like loud," said {an}. "Sit, {h}. Wait. Be soft."
    2 "Wait?" said {h}. "That is hard!" "Yes," said {n}. "It is."`,
  middle: `
    0 "When you want a bird to land," said {an}, who had seen it all, "do you run at it?" "No," said {h}, "I sit still and look the other way."
    1 "Well then," said {n}.
    3 It was the shortest lesson {h} had ever had.`,
  older: `
    0 "If you wanted a bird to land near you," said {an}, who had watched it all, "would you run at it with a drum?" "I'd sit still and look the other way," {h} said slowly.
    1 "There you are," said {n}. "You knew it the whole time."
    3 It is irritating to be given advice that you already own, but it does have the advantage of fitting.`,
};

const patience: Beat = {
  at: 'spot1',
  time: 'sunset',
  mood: 'calm',
  who: ['f'],
  props: ['{toy}', 'biscuit'],
  summary: '{H} sits very still and waits beside the {toy}.',
  young: `
    0 So {h} sat down. {He} was as still as a stone. [{He} hummed a soft hum.|{He} put half a bun by {his} side.]
    2 One day {he} sat. Two days {he} sat. On day three... tap, tap!`,
  middle: `
    0 So the next day {h} set the {toy} down gently, [put half a biscuit beside it|hummed a small tune], and looked the other way.
    2 Nothing happened. {He} came back the day after, and nothing happened again, but a little nearer.
    3 {His} nose itched. {His} foot fell asleep. {He} did not move.`,
  older: `
    0 So the next afternoon {he} set the {toy} down on the ground, [laid half a biscuit next to it|began to hum quietly], sat with {his} back to the shadows, and did nothing at all.
    2 Nothing happened that day. The day after, nothing happened again, although it happened a good deal closer.
    3 {His} nose itched and one leg went to sleep, and still {he} did not turn round.`,
};

const comesCloser: Beat = {
  at: 'spot1',
  time: 'sunset',
  mood: 'happy',
  who: ['f', 'o'],
  props: ['{toy}', '{okind}'],
  summary: '{O} shyly sends the {toy} back to {h}.',
  young: `
    0 {Again}. The {toy} came back to {h}! {O} had sent it!
    1 "Hi," said {o}, very soft. "Hi," said {h}, very soft.`,
  middle: `
    0 Then something touched {h}. It was the {toy}, and {o} had sent it back!
    1 "Again?" whispered {o}. "Again," whispered {h}, trying hard not to shout for joy.`,
  older: `
    0 And then something bumped gently into {h}. It was the {toy}; somebody had sent it back.
    1 "Is it my turn or yours?" asked {o}, in a voice like a page being turned. "Yours," said {h}, who would have given {ohim} every turn in the world.`,
};

const play: Beat = {
  need: 2,
  at: 'place',
  time: 'day',
  mood: 'happy',
  who: ['f', 'o'],
  props: ['{toy}'],
  summary: '{H} and {o} laugh and play together with the {toy}.',
  young: `
    1 Back and forth, back and forth. They made up a new game. It had hops in it!
    2 {O} was not so shy now. {O} could laugh. Hee, hee, hee!`,
  middle: `
    1 They played until the {toy} was warm. {O} knew a better way to do it, with a hop in the middle.
    2 It turned out that {o} was not quiet at all, once {ohe} had started.`,
  older: `
    1 They played until the {toy} was warm. {O}, it turned out, had been watching for weeks and had thought of eleven ways to improve the game.
    2 Nor was {ohe} really quiet; {ohe} had only been saving it up.`,
};

const rain: Beat = {
  need: 2,
  at: 'spot3',
  time: 'day',
  weather: 'rain',
  mood: 'happy',
  who: ['f', 'o'],
  props: ['rain', '{prop3}', 'leaf'],
  summary: '{H} and {o} shelter from the rain close together.',
  young: `
    1 Then the rain came. "I know a dry spot!" said {o}. In they went, side by side. Drip, drop, snug!`,
  middle: `
    1 When rain came down, {o} knew the one dry corner {inplace}, and there was exactly room for two.
    2 "I used to think it was too big for me," said {o}.`,
  older: `
    1 When the rain caught them, it was {o} who knew the only dry corner for miles, a nook hardly bigger than a cupboard.
    2 "I always thought there was something missing in here," {ohe} said when they were both inside, knee to knee, "and I never knew that it was you."`,
};

const friends: Beat = {
  at: 'place',
  time: 'sunset',
  mood: 'happy',
  who: ['f', 'o'],
  props: ['{toy}', 'sun'],
  summary: '{H} and {o} sit side by side and watch the sun go down.',
  young: `
    0 The toy for two had two at last. "Same time tomorrow?" said {o}. "Yes!" said {h}. (But not too loud.)`,
  middle: `
    0 Now the {toy} had two ends to its game. "Will you come tomorrow?" asked {h}. "I am already looking forward to it," said {o}.
    2 {H} said hooray, but {he} said it in a whisper.`,
  older: `
    0 So the game for two had its two at last. "Tomorrow?" asked {h}. "I've been coming every day for a month," said {o}. "I shall just stop hiding."
    2 {H} gave a great shout of joy, though {he} remembered, at the last moment, to do it on the inside.`,
};
