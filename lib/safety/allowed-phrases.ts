/** Harmless where they stand together, whatever their words are alone. Looked for in folded text before any rule. */
const ALLOWED =
  /(?<![a-z'])(?:faggots? and (?:peas|gravy|mash|chips)|spotted dicks?|dick (?:whittington|turpin|tracy|and jane)|moby dick|(?:ginger|root|butter) ?beers?|(?:great|blue|coal|marsh|willow|long tailed) tits?|cock a doodle doo|pussy (?:cats?|willows?|foot)|bloody (?:oranges?|noses?|knees?|lip)|blood oranges?|(?:bath|colou?r|paint|glitter|water|seed|stink|cherry|flower|confetti|love|snow|chocolate|fizz) bombs?|bombs? of (?:glitter|love|confetti|bubbles|colou?r|paint|flowers)|(?:water|squirt|toy|glue|nerf|bubble|hot glue|ray|pop|potato|cap|heat|tickle) (?:pistols?|guns?|rifles?)|homo (?:erectus|sapiens)|poker by the|party poppers?|jack ?ass penguins?|crack(?:s|ed|ing)? the (?:egg|eggs|code|nut|nuts)|snow ?ball fights?|(?:pillow|food|paint|snowball|water) fights?|hot dogs?|killer whales?|blood (?:donors?|tests?|cells?|moon|pressure)|(?:murder|murders) of crows|divorced beheaded|(?:sagan|r|ar|det|och|filmen) slut|slut pa|dem fuchs|der fuchs|fuchs)(?![a-z'])/g;

/** A word that no rule has takes its place, so that the neighbours do not come to stand side by side. */
export function dropAllowedPhrases(folded: string): string {
  return folded.replace(ALLOWED, 'zz');
}
