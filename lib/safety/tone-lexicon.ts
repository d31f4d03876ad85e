const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** What a told story is measured by, word for word. "Not afraid" and "no longer sad" are not counted. */
export const TONE_LEXICON = {
  calm: words(
    'calm calmly calmer quiet quietly quieter soft softly softer gentle gently slow slowly peace peaceful peacefully still stillness hush hushed sleepy sleep sleeping slept asleep dream dreams dreamed dreamy rest rested resting cosy cozy warm warmth snug snuggle snuggled cuddle cuddled lullaby whisper whispered hummed humming breath breathe breathed yawn yawned smile smiled safe safely comfort comforting blanket pillow moonlight starlight drift drifted floated gentleness tender tenderly soothing soothed relax relaxed',
  ),
  fear: words(
    'afraid fear feared fears fearful frightened frightening fright scared scary scare scares terror terrified terrifying terrible horror horrible horrified dread dreaded dreadful panic panicked nightmare nightmares scream screamed screams screaming shriek shrieked shrieks creepy sinister haunted ghost ghosts ghostly monster monsters demon demons zombie zombies doom doomed danger dangerous trembled trembling shivered shaking menacing lurking lurked evil wicked trapped helpless threat threatened',
  ),
  sadness: words(
    'sad sadly sadness sadder saddest cry cried cries crying tear tears wept weep weeping sob sobbed sobbing sobs lonely alone grief grieved grieving mourn mourned mourning heartbroken miserable misery hopeless despair despaired sorrow sorrowful unhappy gloomy homesick hurt lost missed regret sorry sigh sighed died dead death farewell goodbye',
  ),
  excitement: words(
    'exciting excited excitement thrilling thrilled thrill wild wildly race raced racing rushed rushing rush dashed dashing crash crashed crashing boom bang zoom zoomed whoosh roar roared roaring explode exploded explosion blast blasted chase chased chasing leapt leaped charge charged galloped hurried hurry fast faster fastest sped suddenly shouted shouting yelled yelling cheered hooray hurrah amazing incredible awesome adventure daring',
  ),
} as const;

export const NEGATING: ReadonlySet<string> = words(
  "not no never nobody nothing without isn't wasn't aren't weren't don't didn't doesn't longer stopped hardly",
);
