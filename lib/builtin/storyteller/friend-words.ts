import type { AgeGroup } from '../../story/schema.ts';

/** What a companion says or does so that nobody forgets them; each fits almost any moment. */
export const FRIEND_WORDS: Record<AgeGroup, readonly string[]> = {
  '3-5': [
    '{F} came too.',
    '"Here I am," said {f}.',
    '{F} took {his} {hand}.',
    '"We can do it," said {f}.',
    '"I am with you," said {f}.',
    '{F} gave a nod.',
    '"Hm," said {f}. "Hm, hm, hm."',
    '{F} held on, too.',
    '{F} had a big grin.',
    '{F} stood by {his} side.',
  ],
  '6-8': [
    '{F} stayed close beside {him}.',
    '"I\'m right behind you," said {f}.',
    '"Two heads are better than one," said {f}.',
    '{F} squeezed {his} {hand}.',
    '"Whatever happens, I\'m here," said {f}.',
    '{F} nodded, because {fhe} had thought the same.',
    '{F} gave {him} a look that meant: together.',
    '{F} was there, as always, and that helped.',
    '{F} said "Hm," and it was a wise sort of hm.',
    '{F} kept close, and so did {fhis} shadow.',
    '{F} grinned from one side to the other.',
  ],
  '9-12': [
    '{F} said nothing, but moved a little closer, which was better.',
    '"I\'m right behind you," said {f}, "in case you need somebody to blame."',
    '"For the record," said {f}, "I am not worried. I am only very attentive."',
    '{F} caught {his} eye, and neither of them had to say it.',
    '"Whatever you are planning," said {f}, "count me in, and tell me later what it was."',
    '{F} had opinions about this, but kept them warm for later.',
    '"It will make a good story one day," said {f}. "If somebody else has to tell it, I was very brave."',
    '{F} walked beside {him}, matching step for step.',
    '"I have been thinking," said {f}, and then, after a pause, "No, it\'s gone."',
    'It helped that {f} was there; it nearly always did.',
    '{F} shrugged in the way that meant yes.',
    '"We\'ve managed worse," said {f}, and tried to remember when.',
  ],
};

/** What a companion says at the very end. */
export const FRIEND_LAST_WORDS: Record<AgeGroup, readonly string[]> = {
  '3-5': [
    '"What a day!" said {f}.',
    '{F} was so glad.',
    '"I like it here with you," said {f}.',
    '{F} sat down by {his} side.',
  ],
  '6-8': [
    '"I knew it all along," said {f}, which was nearly true.',
    '"Same again tomorrow?" asked {f}.',
    '{F} sat down close beside {him}, and that was the best of all.',
    '"We make a good pair," said {f}.',
    '"That was the best day this week," said {f}, and it was only Monday.',
  ],
  '9-12': [
    '"I was sure of it from the start," said {f}, which was nearly true.',
    '"Next time," said {f}, "I should like to be warned," and {fhis} eyes shone.',
    '{F} leaned against {him} and said nothing, in a very contented way.',
    '"When we tell this," said {f}, "may I do the voices?"',
    '"Not bad," said {f}, which from {fhim} was practically a poem.',
  ],
};
